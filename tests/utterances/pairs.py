# ruff: noqa: E501
"""Pairs of reports in the words of the genre: of one act of speaking, and of two.

Each: the words in one article, the days on which they may have been said
("2020-07-16", "2020-07-13/2020-07-19" or "" for any day), the same in another
article, by the same speaker. Words within “…” are quoted.
"""

from __future__ import annotations

from typing import NamedTuple


class Pair(NamedTuple):
    one: str
    one_said: str
    other: str
    other_said: str


LAST_WEEK = "2020-07-13/2020-07-19"

SAME = {
    "Akar, in the seeds": Pair(
        "the Armenians “will certainly pay for what they have done” to Azerbaijan", "",
        "Armenia will be “brought to account” for its “attack” on Azerbaijan", "",
    ),
    "Akar, dated": Pair(
        "the Armenians “will certainly pay for what they have done” to Azerbaijan", LAST_WEEK,
        "Armenia will be “brought to account” for its “attack” on Azerbaijan", "2020-07-16",
    ),
    "quoted whole and in part": Pair(
        "“Any statements about any military support or military activity definitely add fuel to the fire”", "2020-09-30",
        "talk of military support “definitely adds fuel to the fire”", "2020-09-30",
    ),
    "two translations of a quotation": Pair(
        "“We stand by Azerbaijan on the field and at the negotiating table. Now we want to solve this problem completely”", "2020-09-30",
        "“We are with Azerbaijan both at the negotiating table and on the battlefield. We want this problem to be resolved once and for all”", "2020-09-30",
    ),
    "quoted, and reported with a quoted fragment": Pair(
        "“The only option now is to cease hostilities and achieve a ceasefire regime”", "2020-10-01",
        "Russia's position was that “the only option now is to cease hostilities and achieve a ceasefire regime.”", "2020-10-01",
    ),
    "one day earlier in the time zone of the other": Pair(
        "“Baku must take matters into its own hands”", "2020-09-30/2020-10-01",
        "the time has come for Azerbaijan to “take matters into its own hands” and end “Armenian occupation” of Karabakh", "2020-09-30",
    ),
    "an agency's cut": Pair(
        "“Our armed unmanned aerial vehicles, ammunition and missiles are at Azerbaijan’s service along with our experience, technology and capabilities”", "2020-07-17",
        "Turkey's “armed unmanned aerial vehicles, ammunition and missiles are at Azerbaijan's service”", "",
    ),
    "undated, long and the same": Pair(
        "“Attempts to drag the bridge into this quarrel are a crude forgery that will fool nobody”", "",
        "the report was “a crude forgery that will fool nobody”", "2021-03-02",
    ),
    "reported twice in near words": Pair(
        "the joint exercises would be held in Azerbaijan from July 29 to August 10 under the agreement on military cooperation", "2020-07-30",
        "from July 29 to August 10, joint planned exercises with the Turkish armed forces would be held in Azerbaijan in accordance with the current agreement on military cooperation", "2020-07-30",
    ),
    "a figure in both": Pair(
        "Ottawa would send 40 generators and 12 field kitchens to Beirut by Sunday", "2020-08-05",
        "Canada is to send Beirut 12 field kitchens and 40 generators", "2020-08-05",
    ),
    "a denial, told in other words": Pair(
        "claims that mercenaries from Syria had been sent to Karabakh are “baseless”", "2020-10-03",
        "reports that Syrian mercenaries were sent to Karabakh are false", "2020-10-03",
    ),
    "an expulsion": Pair(
        "two Czech diplomats had been declared persona non grata and had to leave Moscow by Monday", "2020-06-15",
        "Russia is expelling two Czech diplomats, who must quit the country by Monday", "2020-06-15",
    ),
    "a pledge with a proper name": Pair(
        "Ankara will never abandon the drilling of the Oruc Reis in the eastern Mediterranean", "2020-08-13",
        "Turkey would under no circumstances stop the Oruc Reis from drilling in the eastern Mediterranean", "2020-08-13",
    ),
    "quoted, one with the cue between": Pair(
        "“We know that Turkey unambiguously supports Azerbaijan. But that doesn't mean that we are on the other side and support Armenia against Azerbaijan”", "2020-10-01",
        "“That doesn’t mean that we are on the other side and support Armenia against Azerbaijan,” “It’s not like that”", "2020-10-01",
    ),
    "a warning rendered twice": Pair(
        "any vessel that enters the minefield off Odesa “does so at its own peril”", "2022-07-20",
        "ships entering the Odesa minefield would be doing so “at their own risk”", "2022-07-20",
    ),
    "an accusation": Pair(
        "Georgian saboteurs had cut the cable to the lighthouse at Anaklia", "2019-11-04",
        "accused Georgia of cutting the lighthouse cable at Anaklia", "2019-11-04",
    ),
    "an invitation": Pair(
        "the sultan had invited both ministers to Muscat in the first week of March", "2021-02-10",
        "both ministers have received the sultan's invitation to come to Muscat early in March", "2021-02-10",
    ),
    "of a month and of a day in it": Pair(
        "the dam “will be filled whatever Cairo thinks of it”", "2020-06-01/2020-06-30",
        "Ethiopia would fill the dam “whatever Cairo thinks of it”", "2020-06-19",
    ),
    "north of the Ibar": Pair(
        "Kosovo's police “have no business north of the Ibar river”", "2022-08-01",
        "Pristina's police had no business north of the Ibar", "2022-08-01",
    ),
    "sailors": Pair(
        "“Whoever lays a hand on our sailors will regret it bitterly”", "2016-01-13",
        "anyone who touches Iranian seamen “will bitterly regret it”", "2016-01-13",
    ),
    "the grain corridor": Pair(
        "the grain corridor would be closed unless the bank was reconnected to SWIFT", "2023-07-13",
        "Moscow will leave the grain deal if its agricultural bank is not reconnected to SWIFT", "2023-07-13",
    ),
    "an oil embargo": Pair(
        "“A wall on this border is a monument to the failure of diplomacy”", "2021-11-10",
        "the border wall is “a monument to the failure of diplomacy”", "2021-11-09/2021-11-11",
    ),
    "an ambassador summoned": Pair(
        "Hungary will veto the oil embargo as long as it pays for Hungarian refineries", "2022-05-16",
        "Budapest would block an embargo on oil unless its refineries were compensated", "2022-05-16",
    ),
    "a wall": Pair(
        "the ambassador was summoned and handed a note of protest over the burning of the Koran in Stockholm", "2023-01-21",
        "Turkey summoned Sweden's ambassador to protest at the burning of a Koran in Stockholm", "2023-01-21",
    ),
    "democracy": Pair(
        "“nobody has the right to teach us democracy”", "",
        "“No one has the right to teach us democracy”", "2018-05-02",
    ),
    "wounded and flown out": Pair(
        "16 wounded soldiers had been flown to Tbilisi", "2008-08-09",
        "16 injured soldiers were taken by helicopter to Tbilisi", "2008-08-09",
    ),
    "a crushing response": Pair(
        "any attack on the pipeline would meet with a “crushing response”", "2024-04-14",
        "there will be a “crushing reply” to an assault upon the pipeline", "2024-04-14",
    ),
}  # fmt: skip

# Of one act of speaking, and too little alike to say so: for a person to join.
MISSED = {
    "a frigate sent away": Pair(
        "Athens had asked for the frigate to be moved away from Kastellorizo", "",
        "Greece demanded that the frigate be withdrawn from the waters off Kastellorizo", "2020-08-12",
    ),
}  # fmt: skip

APART = {
    "the two calls of Lavrov and Cavusoglu": Pair(
        "“In connection with the recent escalation of violence between Armenia and Azerbaijan, the Russian side emphasized the need for a balanced approach and containment of the parties involved in the conflict to prevent the further aggravation of the situation, ensure security on the Armenian-Azerbaijani border, and intensify efforts for the Nagorno-Karabakh peace process”", "",
        "both confirmed “readiness for close coordination of the actions of Russia and Turkey to stabilize the situation with the aim of returning the settlement of the Nagorny Karabakh conflict to the channel of peaceful talks”", "2020-10-01",
    ),
    "the two calls, told in the next sentence": Pair(
        "“They agreed to develop cooperation between Moscow and Ankara to stabilize the region”", "2020-07-23",
        "its foreign minister and his Turkish counterpart had confirmed in a phone call they were ready for “close coordination” to stabilize the situation in Nagorny Karabakh", "2020-10-01",
    ),
    "restraint, undated and dated": Pair(
        "Turkey to exercise restraint in its reaction to the deadly hostilities on the Armenian-Azerbaijani border", "",
        "other regional players to show restraint in their military activity against the background of the latest clashes on the Armenian-Azerbaijani border", "2020-07-30",
    ),
    "restraint of different days": Pair(
        "“we strongly urge all parties to exercise restraint”", "2020-07-30",
        "“we strongly urge all parties to exercise restraint”", "2020-09-27",
    ),
    "restraint, quoted, both undated": Pair(
        "called on both sides to “show restraint”", "",
        "urged the sides to “show restraint” and return to talks", "",
    ),
    "a ceasefire on one day": Pair(
        "a ceasefire", "2020-10-01",
        "an immediate ceasefire was the only way to prevent further deaths in Stepanakert", "2020-10-01",
    ),
    "the stock of the genre, both undated": Pair(
        "the conflict must be resolved peacefully on the basis of the principles of international law and territorial integrity", "",
        "a peaceful settlement of the conflict on the basis of international law, with respect for sovereignty and territorial integrity", "",
    ),
    "the same day, another thing": Pair(
        "Armenia must withdraw from the occupied lands of Azerbaijan", "2020-07-16",
        "Armenia will be “brought to account” for its “attack” on Azerbaijan", "2020-07-16",
    ),
    "the same day, the other country": Pair(
        "Azerbaijan had shelled a school in the village of Aygepar", "2020-07-16",
        "Azerbaijan had shot down a drone over the village of Movses", "2020-07-16",
    ),
    "support, twice in a summer": Pair(
        "Turkey will continue to stand by Azerbaijan with all its means", "",
        "Turkey supports Azerbaijan “with all its means”", "2020-10-05",
    ),
    "concern": Pair(
        "“deep concern” over heavy fighting that broke out there on July 12", "",
        "“deep concern” over the continuing hostilities along the line of contact", "",
    ),
    "one briefing, two answers": Pair(
        "we are closely monitoring the situation in the region, especially in view of the recent border conflict", "2020-07-30",
        "telephone conversations between the foreign minister and colleagues from Armenia and Azerbaijan had taken place", "2020-07-30",
    ),
    "the same formula about two treaties": Pair(
        "“We regret the American decision to withdraw from the Open Skies Treaty”", "2020-05-21",
        "“We regret the American decision to withdraw from the Paris Agreement”", "2020-11-04",
    ),
    "who did it to whom": Pair(
        "Armenia had attacked Azerbaijan at Tovuz", "2020-07-12",
        "Tovuz was where Azerbaijan had first attacked, and Armenia answered", "2020-07-12",
    ),
    "readiness to mediate": Pair(
        "Moscow's “readiness for mediation”", "",
        "Russia is ready to mediate between the parties", "",
    ),
    "condolences": Pair(
        "“We express our deep condolences to the families of the victims” of the avalanche in Van", "",
        "“We express our deep condolences to the families of the victims” of the explosion in Beirut", "",
    ),
    "thanks": Pair(
        "“I thank the government and the people for their warm hospitality”", "",
        "“I would like to thank the government and the people for their support”", "",
    ),
    "sanctions, two targets": Pair(
        "the sanctions against the pipeline were a gross interference in European affairs", "",
        "the sanctions against Havana were a relic of another age", "",
    ),
    "consecutive weeks of one figure": Pair(
        "11,400 people had crossed the border at Siret", "2022-03-01",
        "9,800 people had crossed the border at Siret", "2022-03-08",
    ),
    "agreed to meet": Pair(
        "the two ministers agreed to continue their contacts", "2020-07-23",
        "the two leaders agreed to continue consultations on a ceasefire", "2020-07-23",
    ),
    "talks in two towns": Pair(
        "the talks in Geneva were constructive and would continue in May", "2021-04-10",
        "the talks in Vienna were constructive and would resume next week", "2021-04-10",
    ),
    "not allowed, of waters and of airspace": Pair(
        "“We will not allow anyone to violate our territorial waters”", "",
        "“We will not allow anyone to violate our airspace”", "",
    ),
    "expelled for two things": Pair(
        "two Russian diplomats had been expelled over the explosion at Vrbetice", "2021-04-17",
        "two Russian diplomats had been expelled for spying in The Hague", "2020-12-10",
    ),
    "two embassies": Pair(
        "the embassy in Kabul would reopen in June", "2022-05-30",
        "the embassy in Kyiv would reopen in June", "2022-05-30",
    ),
    "two villages under fire": Pair(
        "Azerbaijan had opened fire 42 times overnight near Jermuk", "2022-09-15",
        "Azerbaijan had opened fire 12 times overnight near Sotk", "2022-09-15",
    ),
    "prisoners and a journalist": Pair(
        "called for the release of all prisoners of war", "",
        "demanded the release of the journalist Danyel Karimov", "",
    ),
    "not unanswered, undated": Pair(
        "“It is a provocation that will not go unanswered”", "",
        "“This provocation will not go unanswered”, he said of the flag", "2019-06-01",
    ),
    "missiles, twice": Pair(
        "Turkey would buy a second batch of S-400 missiles", "2021-09-27",
        "Turkey would not give up the S-400 missiles it had bought", "2020-12-15",
    ),
    "two flights": Pair(
        "the minister would fly to Baku on Tuesday", "2020-11-20",
        "the minister would fly to Yerevan on Saturday", "2020-11-20",
    ),
    "sanctions, undated": Pair(
        "“Sanctions will not change our policy”", "",
        "“No sanctions can change our course”, he said in Minsk", "",
    ),
}  # fmt: skip
