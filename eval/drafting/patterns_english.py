"""What English rules look for."""

from __future__ import annotations

import re

from eval.drafting.words import word_set

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
DATE = rf"(?:{MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {MONTH}(?: \d{{4}})?|{MONTH} \d{{4}}|(?:19|20)\d\d)"
TIME_END = re.compile(rf"(?:(?<=\w) (?:early |late )?)\b(?:on|in) (?P<when>{DATE})$")
DAY_FRONT = re.compile(
    r"^On (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?,? (?=\S)"
)
OPENING = re.compile(
    r"^(?:Shortly|After|Before|During|In|At|For|With|Under|Two|Three|Four|A (?:day|week|month|year)|As)\b"
    r"[^,;:]{3,70}, (?=[A-Z]|the |a )"
)
TIME_FRONT = re.compile(rf"^(?:On|In) (?P<when>{DATE}),? (?=\S)")
ANY_TIME = re.compile(rf",? \b(?:on|in|since|at about|at) (?:{DATE}|\d{{1,2}}[:.]\d\d(?: [ap]\.m\.)?)(?=\s|$)")
PLACE_END = re.compile(r" in (?P<where>[A-Z][\w-]+(?: [A-Z][\w-]+)?)$")
HAPPENED = word_set(
    """
    met signed landed died opened held born arrested found killed buried crowned built fell crashed published
    received agreed announced declared presented launched shot
    """
)
ABOUT = r"(?:About|Around|Some|More than|Over|Nearly|Almost|At least|Up to|Close to|Well over) "
NUMBER = r"(?:\d[\d,.]*(?: (?:million|billion|trillion))?|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve)"
COUNT_FRONT = re.compile(
    rf"^(?:{ABOUT})?(?P<number>{NUMBER}) "
    r"(?P<noun>(?:[a-z-]+ ){0,2}?(?:[a-z]+s|people|men|women|children))\b(?P<tail>.*)$"
)
COUNT_OBJECT = re.compile(
    rf"^(?:{ABOUT.lower()})?(?P<number>{NUMBER}|{NUMBER.lower()}) "
    r"(?P<noun>(?:[a-z-]+ ){0,2}?(?:[a-z]+s|people|men|women|children))"
    r"(?P<tail>(?: (?:in|on|at|to|for|from|towards|near|by|with) .*)?)$"
)
MONEY = re.compile(
    r"^(?:(?:about|around|more than|over|nearly|almost|some) )?(?P<sum>(?:[$€£]\d[\d,.]*(?: (?:million|billion))?"
    r"|\d[\d,.]*(?: (?:million|billion))? (?:dollars|euros|pounds|rupees|yen)))(?P<tail>.*)$"
)
MEASURE = re.compile(
    r"^(?P<size>\d[\d,.]* (?:metres|meters|miles|kilometres|feet|years|km|inches|centimetres) )"
    r"(?P<how>tall|long|high|wide|deep|old)$"
)
LASTED = re.compile(
    rf"^(?:{ABOUT.lower()})?"
    rf"(?P<time>(?:{NUMBER}|{NUMBER.lower()}) (?:seconds|minutes|hours|days|weeks|months|years))(?P<tail>.*)$"
)
ROLE = re.compile(r"^(?P<name>[^,]{3,40}), (?P<role>(?:the )[a-z][\w' -]* (?:of|for) [^,]{3,60}), ")
NO_SUBJECT = word_set(
    """
    on in at after before for with by from over under as but and or however while despite according if when there then
    last next only even also now not what who how where why that because since during until unless although though yet
    """
)
LONGEST_SUBJECT = 9
