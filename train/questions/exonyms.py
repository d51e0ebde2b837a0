"""Places that German and English spell differently."""

from __future__ import annotations

_PAIRS = """
germany deutschland, austria österreich, switzerland schweiz, france frankreich, italy italien, spain spanien,
greece griechenland, poland polen, russia russland, hungary ungarn, turkey türkei, sweden schweden, norway norwegen,
denmark dänemark, finland finnland, belgium belgien, netherlands niederlande, netherlands niederlanden, ireland irland,
scotland schottland, iceland island, croatia kroatien, serbia serbien, romania rumänien, bulgaria bulgarien,
ukraine ukraine, georgia georgien, armenia armenien, egypt ägypten, morocco marokko, libya libyen, algeria algerien,
ethiopia äthiopien, india indien, indonesia indonesien, australia australien, brazil brasilien, argentina argentinien,
mexico mexiko, canada kanada, cuba kuba, europe europa, africa afrika, asia asien, america amerika, california
kalifornien,
syria syrien, jordan jordanien, lebanon libanon, iraq irak, mongolia mongolei, cambodia kambodscha,
colombia kolumbien, bolivia bolivien, estonia estland, latvia lettland, lithuania litauen, slovakia slowakei,
slovenia slowenien, macedonia mazedonien, albania albanien, bosnia bosnien, bavaria bayern, saxony sachsen,
munich münchen, cologne köln, vienna wien, geneva genf, zurich zürich, rome rom, milan mailand, venice venedig,
naples neapel, florence florenz, turin turin, athens athen, moscow moskau, warsaw warschau, prague prag,
brussels brüssel, copenhagen kopenhagen, lisbon lissabon, seville sevilla, strasbourg straßburg, nice nizza,
tokyo tokio, beijing peking, seoul seoul, cairo kairo, kiev kiew, kyiv kiew, bucharest bukarest, belgrade belgrad,
pyongyang pjöngjang, crete kreta, sicily sizilien, rhine rhein, danube donau, thames themse, alps alpen,
nuremberg nürnberg, hanover hannover, brunswick braunschweig, jerusalem jerusalem, tehran teheran, damascus damaskus,
"""
_OTHER: dict[str, set[str]] = {}
for _pair in _PAIRS.replace("\n", " ").split(","):
    _names = _pair.split()
    for _name in _names:
        _OTHER.setdefault(_name, set()).update(_names)


def spellings(name: str) -> frozenset[str]:
    """The spellings of a lower-case place name in both languages; empty for a name that is not in the list."""
    return frozenset(_OTHER.get(name, ()))
