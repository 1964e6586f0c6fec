"""Given names that only men or only women bear, folded, as far as the press of many countries prints them.

A name that both bear in some language is left out (Andrea, Jan, Jean, Kim, Nikita, Sasha, Vivian): the
list is for ruling people out, and may stay silent.
"""

from __future__ import annotations

from statements.folding import fold
from statements.resolution.index.names import sound

# Family names stand first in these countries' names.
FAMILY_NAME_FIRST = frozenset(("CN", "HK", "KP", "KR", "MO", "SG", "TW", "VN"))

_MEN = (
    "abbas abdel abdul abdulla abdullah adam adel adrian ahmad ahmed ahmet aidan alan albert"
    " alberto alejandro aleksandar alen alexander alexei alexey alexis alfred ali alistair anatoly"
    " anders andreas andrew andrey andrzej angus antal anthony anton antonio antony anwar aram"
    " ararat arayik araz arif arman armen arseny arshak artak arthur artur artyom arvid ashot ashraf"
    " askar avet avigdor aziz bakir bako barack bashar bassam ben benjamin benny bernard bernd bill"
    " binali bob boris boyko brendan brian bruno carl carlos cevdet charles christian christoph"
    " christopher claudio cyril daniel david davit denis dennis devlet didier diego dieter dimitri"
    " dirk dmitri dmitry dmytro dominic donald doug douglas ebrahim edgar edmond edmund eduard"
    " edward elchin eli elias elmar elnur emil emmanuel enrique eric erik erlan ernesto ernst ersin"
    " eugene evgeny fahrettin faisal farid federico felipe ferdinand fernando fikri filip filippo"
    " francesco francisco francois frank franz frederic friedrich fuad fuat fyodor gabriel garik"
    " gary gavin gegham gennady geoffrey george georges georgi gerald gerard gerhard ghassan"
    " gheorghe gideon giorgi giovanni giuseppe gordon graham grant greg gregory grigory guido"
    " guillaume gunter gustavo hakan hamad hami hamid hans harald harjit harold harry hasan hashim"
    " hassan heiko heinrich henri henrik henry herbert herman heydar hikmet hirokazu horst hossein"
    " hovik howard hubert hugo hulusi hussein ian ibrahim igor ilham ilia imran ioannis irakli isaac"
    " ismail ismet ivan ivica ivo jacek jack jacob jacques jake jalal jamal james jason javier jens"
    " jeremy jerzy jesus jeyhun jim joachim joe johan johannes john jonas jonathan jorge jose josef"
    " josep joseph josh joshua juan juansher julian julius jurgen justin kaha kairat kamal karel"
    " karl kaspar keir keith kenneth kevin khalaf khalid khalil klaus konstantin kristian kurt"
    " kyriakos lars laszlo laurent leon leonid levan levon lloyd lorenzo louis luca lucas ludwig"
    " luigi luis luiz magnus mahmoud malcolm mamuka manuel marc marcel marcelo marco marcos marcus"
    " marek mariano mario mariusz mark markus martin masis masoud mateusz matteo matthew matthias"
    " mauricio maxim mehmet mevlut mher michael michel miguel mihai mikael mike mikhail mikheil"
    " milan milos miroslav mohamed mohammad mohammed mohsen moritz moshe movses muhammad mukhtar"
    " murad murat mustafa mykhailo naftali narendra nasser neil nicholas nicolas nikol nikolai nikos"
    " nils norbert novruz numan nurettin nursultan olaf oleg oleksandr oleksiy oliver olivier omar"
    " omer onik orhan oscar otto pablo paolo patrick paul pavel pavlo pawel pedro pekka per pete"
    " peter petr petro petros philip philippe pierre pietro piotr qassem radoslaw rafael rafal raffi"
    " rainer ralf ralph ramil ramiz ramzan rashid raul ravil recep reinhard reuven rex ricardo"
    " richard rishi rob robert roberto rodrigo roger roland rolf roman ronald ruben rudolf ruslan"
    " rustam rustem sadyr saeed said salah sameh samir samuel samvel santiago scott sean sebastian"
    " sebastien sedat serdar serge sergei sergey sergio sergiy serhiy serzh seyran shalva shavkat"
    " shinzo sigmar silvio simon slobodan sooronbay stanislav stefan steffen stepan stephen steve"
    " steven suleyman suren sven takeshi tariq theodor thierry thomas tigran tim timothy tobias"
    " tofig toivo tom tomas tomasz tony tufan ulrich urban uwe vadim vagharshak vagif vahagn vahan"
    " vahe vahram valentin valery vardan vasily vasyl vigen viktor vincent vitali vitaly vladimir"
    " vladislav volker volodymyr vyacheslav walid walter werner william willy winston witold"
    " wladyslaw wolfgang xavier yahya yair yann yasar yashar yegor yevgeny yitzhak yoav yuri yury"
    " yusuf yves zakir zayed zbigniew zohrab zoran zurab"
)
_WOMEN = (
    "agnes aisha alexandra alice alicia amal amanda amelia amina amy ana anastasia angela angelina"
    " angie ani anita anke anna annalena anne annegret annette annie antje antonia araksia arancha"
    " astrid audrey aurelia barbara beata beatrice bridget brigitte camilla carla carmen caroline"
    " catherine cecilia charlotte chloe christina christine chrystia cindy claire clara claudia"
    " condoleezza cristina cynthia daniela deborah delphine diana dilma doris dorothy droupadi dunja"
    " edith ekaterina elena eleni elisabeth elisabetta elizabeth ella ellen elsa emilia emily emma"
    " erika esther eugenia eva fatima fatou federica fiona florence francesca frederica"
    " galina gertrud gina giorgia gisela gita gloria grace greta gulnara hanna hannah heather heidi"
    " helen helena helga helle hilary hilda hillary hina ilse inga ingrid irena irina irma isabel"
    " isabella jacinda jane janet jeanine jelena jen jennifer jessica joanna johanna josefa judith"
    " julia juliana julie kaja kamala karin karoline katalin katarina katharina katherine kathleen"
    " katrin kayleigh keiko kersti kristalina kristina ksenia larisa laura leila lena leyla lidia"
    " lilia liliana lilit linda lindiwe lisa liubov liz ljubica louise lucia lucy ludmila luisa"
    " lyudmila madeleine magdalena mairead maka makedonka mane manuela margaret margarita margot"
    " margrethe maria mariam mariana marie marija marina marine martha mary marzieh mathilde matilda"
    " maya mehriban melania melanie mercedes mette michaela michelle mila milena mira miriam mirjana"
    " monica monika nabila nadezhda nadia naledi nancy natalia natalie natasha nathalie nazeli ngozi"
    " nikki nina nino nirmala noa oana oksana olena olga pamela patricia paula penny petra polina"
    " priti rachel rebecca regina renata retno rita roberta rosa rosemary ruth sabine sahiba sahra"
    " salome samantha sanae sandra sanna sara sarah shushan sigrid silvia simonetta sofia sonia"
    " sophia sophie stella stephanie susan susana susanne sushma svetlana sylvia sylvie tamar tamara"
    " tammy tansu tatiana teresa thandi theresa tilda tinatin tomomi tzipi ulrike ursula valentina"
    " valeria vera veronica victoria viktoria viola violeta virginia vjosa wendy xenia yelena"
    " yevgenia yulia yvette yvonne zhanna zinaida zoe zuzana"
)
# Where a woman's family name has an ending of its own.
_INFLECTING = "AM AZ BG BY CZ EE GE KG KZ LT LV MD MK RU SK TJ TM UA UZ"
_FEMALE_ENDINGS = ("ova", "eva", "skaya", "skaia", "ska")
_GENDERS = {sound(name): "m" for name in _MEN.split()} | {sound(name): "f" for name in _WOMEN.split()}


def is_given_name(word: str) -> bool:
    """Whether a folded word is one of the given names: "ivo", not "lund"."""
    return sound(word) in _GENDERS


def gender_of_name(name: str, country: str | None = None) -> str:
    """The gender that a full name shows: "m", "f", or nothing.

    >>> gender_of_name("Sergei Lavrov"), gender_of_name("Salome Zourabichvili"), gender_of_name("Andrea Holm")
    ('m', 'f', '')
    >>> gender_of_name("Lado Petrova", "AZ"), gender_of_name("Lado Casanova", "IT")
    ('f', '')
    """
    words = fold(name).split()
    if len(words) < 2 or country in FAMILY_NAME_FIRST:
        return ""
    shown = _GENDERS.get(sound(words[0]), "")
    is_inflected = country in _INFLECTING.split() and words[-1].endswith(_FEMALE_ENDINGS)
    return shown or ("f" if is_inflected else "")
