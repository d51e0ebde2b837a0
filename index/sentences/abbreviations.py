"""Abbreviations of German and English, sorted by what a capital letter after their stop means.

The lists come from own knowledge of the two orthographies: the abbreviations that Duden and the usual English style
guides print, those of newsrooms, and those of German statutes. Entries stand without their last stop and without
spaces (``z.B`` for ``z. B.``). Case counts, because ``Sun.`` is a weekday and ``sun.`` is not.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Abbreviations:
    """The abbreviations of one language (or of both), one set for each behaviour.

    - ``inner``: something always follows in the same sentence (``z. B.``, ``e.g.``): never a boundary.
    - ``ending``: stands inside a sentence or at its end (``Mio.``, ``Inc.``, ``Dr.``): a boundary only when the next
      word can hardly be anything but the start of a sentence (see ``words.STARTERS_DE``).
    - ``closing``: closes an enumeration (``usw.``, ``etc.``): a boundary before any capital.
    - ``numeric``: an abbreviation only before a number or a month (``Art. 5``, ``No. 10``), else an ordinary word.
    - ``clock``: times of day and eras (``a.m.``, ``B.C.``): a boundary before a capital that is no weekday, month or
      time zone.
    """

    inner: frozenset[str]
    ending: frozenset[str]
    closing: frozenset[str]
    numeric: frozenset[str]
    clock: frozenset[str]

    def __or__(self, other: "Abbreviations") -> "Abbreviations":
        """Both tables together, each set the union of the two."""
        return Abbreviations(
            self.inner | other.inner,
            self.ending | other.ending,
            self.closing | other.closing,
            self.numeric | other.numeric,
            self.clock | other.clock,
        )

    def __contains__(self, word: str) -> bool:
        """Whether ``word`` (without its stop) is an abbreviation wherever it stands."""
        return word in self.inner or word in self.ending or word in self.closing or word in self.clock


def _exact(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _either_case(words: str) -> frozenset[str]:
    """The words as given and with a capital, as they look at the start of a sentence."""
    return frozenset(form for word in words.split() for form in (word, word[0].upper() + word[1:]))


GERMAN = Abbreviations(
    inner=_either_case(
        "z.B d.h i.d.R z.T z.Zt z.Z u.U v.a i.V.m i.S.d i.S.v i.H.v m.E o.g s.o s.u v.l.n.r d.i i.e sog bzw vgl "
        "ca bzgl inkl exkl zzgl einschl ggf evtl gem lt rd insb insbes z.Hd i.A m.a.W"
    ),
    ending=_exact(
        "Dr DDr Prof Mag Ing Dipl Hr Hrn Fr Frl Fam Doz Dir Abg Bgm Stv stv stellv Univ Insp Präs Pfr Msgr Kard "
        "Hl hl med phil jur rer nat habil h.c Ph.D PhD jun sen jr Jr Sr geb verh gest gegr gez hrsg Hrsg Verf Red "
        "Anm Aufl Mio Mrd Tsd Std Min Sek Stk Pkt Jh Jhd Jhdt Chr v.Chr n.Chr a.D a.M e.V u.a u.ä o.ä St Str str "
        "Bhf Hbf Bez Fa Abt Reg Inh Nr Nrn Tel Abs Abschn Ziff Buchst Rn Rdnr Bd Bde Jg ff f Hs Halbs Unterabs "
        "BGBl RGBl GVBl GBl ABl BAnz Az Anl ehem dt engl franz ital österr schweiz amerik russ türk bayer ev kath "
        "röm griech lat allg bes betr bspw dgl desgl eigtl entspr erg max mind min mtl jährl tägl nördl südl östl "
        "westl resp staatl städt techn urspr versch vorm wg zit zw Jan Feb Febr Mrz Apr Jun Jul Aug Sept Sep Okt "
        "Nov Dez Co Corp Inc Ltd Bros Gen Vors Bor"
    ),
    closing=_exact("usw usf etc u.a.m u.v.m u.Ä o.Ä u.dgl"),
    numeric=_exact("Art Kap Abb Tab S No Anh Vol Mo Di Mi Do Sa So lit Lit op Op Cat Kat"),
    clock=frozenset(),
)

ENGLISH = Abbreviations(
    inner=_either_case("e.g i.e cf viz vs approx incl esp"),
    ending=_exact(
        "Mr Mrs Ms Messrs Mme Mlle Dr Drs Prof Gen Col Lt Sgt Capt Cmdr Maj Adm Brig Cpl Pvt Sen Sens Rep Reps "
        "Gov Govs Pres Rev Hon Fr Supt Insp Det Amb Atty Msgr Jr Sr Esq Ph.D PhD B.Sc M.Sc Mt Ft St Ave Blvd Rd "
        "Dept Asst Assoc Assn Natl Intl Univ Inc Corp Co Ltd Bros plc al ed eds est Jan Feb Apr Jun Jul Aug Sept "
        "Sep Oct Nov Dec Utd"
    ),
    closing=_exact("etc"),
    numeric=_exact(
        "No Nos no nos p pp Fig Figs Vol Ch Chap Art Sec Para Mar Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun c"
    ),
    clock=_exact("a.m p.m A.M P.M pm B.C A.D B.C.E"),
)

MONTHS = _exact(
    "Januar Jänner Februar Feber März April Mai Juni Juli August September Oktober November Dezember January "
    "February March May June July October December Jan Feb Febr Mar Mrz Apr Jun Jul Aug Sep Sept Okt Oct Nov Dez "
    "Dec"
)
