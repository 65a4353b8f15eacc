"""Polish as customers write it."""

from __future__ import annotations

from cxreset.insight.language import stems
from cxreset.insight.language.model import Language

_LITTLE = """
drodzy drogi droga szanowni szanowny szanowna państwo poważaniem pozdrawiam witam serdecznie miłego
a aby ach albo ale aż bardzo bo być by była było były był będzie bym chce chciałem ci cię co coś
czy czyli często dla do dosyć dość dzień dni dwa dzisiaj gdy gdyby gdzie go godziny godzin i ich
ile im inne inny innych iż ja jak jakie jako jakby je jeden jedna jednak jednej jedno jego jej
jemu jest jestem jeszcze jeśli jeżeli już ją każdy kiedy kilka kto która które którego której
który których którzy ku lecz lub ma mają mam mamy mi mieć mimo miał miałem miesiąc miesiące mnie
mną mogę może można mój moje moja mu my na nad nam nami nas nasz nasza nasze natomiast nią nich
niej nim niż no o obok od około on ona one oni ono oraz pan pani po pod poza ponieważ ponad potem
przed przede przez przy raz również roku rok są się sam sama sobie swoje swój tak taka taki takie
także tam te tego tej temu ten teraz też to tobie toteż trzeba tu tutaj twoje ty tych tydzień
tygodni tylko tym u w wam was wasz wczoraj we według wiele więc wszyscy wszystko wszystkie właśnie
y z za zaś zawsze ze że żeby witam dziękuję dzięki proszę pozdrawiam cześć poniedziałek wtorek
środa czwartek piątek sobota niedziela stycznia lutego marca kwietnia maja czerwca lipca sierpnia
września października listopada grudnia zł złotych
"""
_NEGATIONS = """
nie nikt nikogo nic nigdy nigdzie żaden żadna żadne żadnej żadnego bez ani brak
"""
_PRAISE = """
bezproblemow* cudown* czyst* doskonał* dobra dobre dobry dobrze elegancki* fajn* fantastyczn*
genialn* gratuluj* idealn* komfort* kompetentn* ładn* łatw* miła miłe miło miły miłym najlepsz*
niezawodn* nowoczesn* perfekcyjn* piękn* pełen polec* polecam pomocn* profesjonaln* przepyszn*
przyjazn* przyjemn* punktualn* pyszn* rewelac* rzeteln* serdeczn* smaczn* solidn* spokojn* sprawn*
super sympatyczn* szybk* szybko świetn* śwież* tani* uczciw* uprzejm* wspaniał* wygodn* wyśmienit*
zadowolon* zachwyc* znakomit*
pochwał* pochwali* chwal* gratul*
"""
_COMPLAINT = """
awari* bałagan beznadziejn* błąd błęd* brak brakuje brud* brzydk* chamsk* czeka* czekam czekałem
dramat* drog* fataln* głośn* hałas* ignor* incompetent* kłam* kłopot* koszmar* kradzież kolejk*
kpina nędzn* niedobr* niedopuszczaln* niegrzeczn* nieczynn* niekompetentn* niemił*
nieprofesjonaln* nieprzyjemn* nieświeży niestety nieuprzejm* niezadowol* nudn* obraz* odmow*
odmaw* odmów* okropn* opóźn* oszust* oszuk* oszukan* pomył* popsut* porażka powoln* problem*
przepłac* przestarzał* rozczarow* rozczarowan* skandal* skarg* słab* smród spóźn* strasz* strata
śmierdz* tragedi* tragiczn* trudn* uszkodz* uszkodzon* wad* wadliw* wolno wściekł* wstyd zepsut*
zimn* zły zła złe źle zgubi* zagub* zawied* zawiod* żenad* żenując* żałosn*
"""
_GENERIC = """
klient klienta klienci firma firmy produkt produkty usługa restauracja hotel gwiazdki
doświadczenie osoba
"""

POLISH = Language(
    code="pl",
    name="Polish",
    little_text=_LITTLE,
    negation_text=_NEGATIONS,
    praise_text=_PRAISE,
    complaint_text=_COMPLAINT,
    generic_text=_GENERIC,
    parting_text="ale jednak niestety lecz",
    hedging_text=(
        "nadzieję oby może podobno chyba gdyby byłoby byłaby opinie opinii czytałem czytałam "
        "słyszałem słyszałam"
    ),
    stem=stems.polish,
)
