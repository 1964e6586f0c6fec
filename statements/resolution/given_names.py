"""Given names that only men or only women bear, folded, as far as the press of many countries prints them.

A name that both bear in some language is left out (Andrea, Jan, Jean, Kim, Nikita, Sasha): the
list is for ruling people out, and may stay silent.
"""

from __future__ import annotations

from statements.folding import fold
from statements.resolution.names import sound

# Family names stand first in these countries' names.
FAMILY_NAME_FIRST = frozenset(("CN", "HK", "KP", "KR", "MO", "SG", "TW", "VN"))

_MEN = (
    "abdullah abdulla abdel abdul adam adel adrian ahmad ahmed aidan alan albert alberto aleksandar"
    " alejandro alexander alexei alexey alfred ali alistair anatoly anders andreas andrew andrey andrzej"
    " angus antal anthony anton antonio antony anwar aram ararat arayik arif armen arman arseny arthur"
    " artur artyom arvid ashot askar avigdor bakir barack bashar bassam benjamin benny bernard bernd bill"
    " bob boris boyko brendan brian bruno carl carlos charles christian christopher claudio daniel david"
    " davit denis dennis didier diego dieter dimitri dirk dmitri dmitry dmytro dominic donald doug douglas"
    " ebrahim edgar edmund edmond edward eduard elias elmar emil emmanuel enrique eric erik ernst eugene"
    " evgeny fahrettin farid federico felipe ferdinand fernando filip francesco francisco francois frank"
    " franz frederic friedrich fuad fuat fyodor gabriel garik gary gavin geoffrey george georges georgi"
    " gerald gerard gerhard gheorghe ghassan giorgi giovanni giuseppe gordon graham greg gregory grigory"
    " guillaume gunter gustavo hakan hamad hamid hami hans harald harold harry hasan hassan heiko heinrich"
    " henri henrik henry herbert herman hikmet horst howard hubert hugo hulusi hussein ian ibrahim igor"
    " ilham ilia imran ioannis ismail ivan ivo jack jacob jacques jake james jamal javier jens jeremy"
    " jerzy jesus jeyhun jim joachim joe johan johannes john jonas jonathan jorge jose josef josep joseph"
    " joshua juan julian julius jurgen justin kamal karel karl kaspar keith kenneth kevin khalid khalil"
    " klaus konstantin kristian kurt laszlo lars laurent leon leonid levon lloyd lorenzo louis luca lucas"
    " ludwig luigi luis luiz magnus mahmoud malcolm manuel marc marcel marcelo marco marcos marcus marek"
    " mario mark markus martin mateusz matteo matthew matthias mauricio maxim mehmet mevlut michael michel"
    " miguel mihai mikhail mike mikael milan milos miroslav mohamed mohammad mohammed mohsen moritz"
    " muhammad murad mustafa nasser neil nicholas nicolas nikol nikolai nikos nils norbert oleg oleksandr"
    " oleksiy olivier omar omer orhan oscar otto pablo paolo patrick paul pavel pavlo pawel pedro pekka"
    " per peter petr petro petros philip philippe pierre pietro piotr radoslaw rafael rafal raffi rainer"
    " ralf ralph ramil ramzan raul ravil recep reinhard rex ricardo richard rob robert roberto rodrigo"
    " roger roland rolf roman ronald ruben rudolf ruslan said salah saeed samuel samvel santiago scott"
    " sean sebastian sebastien serdar serge sergei sergey sergio serhiy shavkat sigmar silvio simon"
    " slobodan stanislav stefan stephen steve steven sven tariq theodor thierry thomas tigran tim timothy"
    " tobias tom tomas tomasz tony ulrich urban uwe vadim vagif vahram valentin valery vardan vasily vasyl"
    " viktor vincent vitaly vitali vladimir vladislav volodymyr vyacheslav walter werner william willy"
    " winston wolfgang xavier yahya yair yann yashar yegor yevgeny yitzhak yoav yuri yury yusuf yves zakir"
    " zayed zohrab zoran zurab"
)
_WOMEN = (
    "agnes aisha alexandra alice alicia amal amanda amelia amina amy ana anastasia angela angelina anke"
    " anna annalena anne annegret annette annie anita antonia araksia arancha astrid audrey aurelia"
    " barbara beata beatrice bridget brigitte camilla carla carmen caroline catherine cecilia charlotte"
    " chloe christina christine claire clara claudia condoleezza cristina cynthia daniela deborah delphine"
    " diana dilma doris dorothy edith ekaterina elena eleni elisabeth elizabeth ella ellen elsa emilia"
    " emily emma erika esther eugenia eva evelyn fatima federica fiona florence francesca frederica galina"
    " gertrud gina giorgia gisela gita gloria grace greta gulnara hanna hannah heather heidi helen helena"
    " helle hilary hilda hillary hina ilse inga ingrid irena irina irma isabel isabella jacinda jane janet"
    " jeanine jelena jennifer jessica joanna johanna josefa judith julia juliana julie kaja kamala karin"
    " karoline katalin katarina katherine kathleen katharina katrin keiko kersti kristalina kristina"
    " ksenia larisa laura leila lena leyla lidia lilia lilit liliana linda lisa liubov ljubica louise"
    " lucia lucy ludmila luisa lyudmila madeleine magdalena mairead makedonka manuela margaret margarita"
    " margrethe margot maria mariam mariana marie marija marina marine martha mary mathilde matilda maya"
    " melania melanie mercedes mette michaela michelle mila milena mira miriam monica monika nadezhda"
    " nadia nancy natalia natalie natasha nathalie nikki nina nino noa olena olga oksana pamela patricia"
    " paula petra polina priti rachel rebecca regina renata rita rosa ruth sabine sahra salome samantha"
    " sandra sanna sara sarah shushan sigrid silvia simonetta sofia sonia sophia sophie stella stephanie"
    " susan susanne svetlana sylvia sylvie tamara tansu tatiana teresa theresa tilda tzipi ulrike ursula"
    " valentina valeria vera veronica victoria viktoria viola violeta virginia vivian wendy xenia yelena"
    " yevgenia yulia yvette yvonne zhanna zinaida zoe zuzana"
)
# Where a woman's family name has an ending of its own.
_INFLECTING = "AM AZ BG BY CZ EE GE KG KZ LT LV MD MK RU SK TJ TM UA UZ"
_FEMALE_ENDINGS = ("ova", "eva", "skaya", "skaia", "ska")
_GENDERS = {sound(name): "m" for name in _MEN.split()} | {sound(name): "f" for name in _WOMEN.split()}


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
