"""Dutch as customers write it."""

from __future__ import annotations

from cxreset.insight.language import stems
from cxreset.insight.language.model import Language

_LITTLE = """
geachte beste heer heren mevrouw groet groeten groetjes alvast
grote groot klein kleine heen plaats plek hoop hopen nacht aan achter af al alle alleen alles als
altijd anders andere ander beetje ben bent bij bijna binnen bijv boven buiten daar daarna daarom
daarop daarvoor dag dagen dan dat de deze die dingen dit doe doen doet door dus echt echter een
één eens eerst eerste eigenlijk elk elke en er erg ergens even ga gaan gaat ge geef gehad gehele
geven gedaan gekregen gemaakt genoeg geweest gewoon goedemorgen goedendag ging gingen had hadden
haar hallo heb hebben hebt heeft heel hele helemaal hem hen het hier hij hoe hoewel hoi hun ik
ieder iedere iedereen iemand iets in ineens is ja jaar jaren je jij jou jouw jullie kan kon konden
kom komen komt kreeg krijg krijgen krijgt kun kunnen kunt laat laatste later liet maand maanden
maar mag maak maken maakt me meer meerdere meest men met meteen mij mijn mijne minuten minuut
misschien moest moesten moet moeten morgen na naar naast nadat natuurlijk net nog nou nu of om
omdat onder ondanks ons onze ook op opnieuw over paar per pas plus precies rond sinds snel soms
staat staan steeds te tegen tenminste terug terwijl tijd tijdens toch toe toen tot totaal tussen
twee u uit uur uren uw vaak van vanaf vandaag vanuit veel verder via vind vinden volgende volgens
voor vooral vooraf vroeg waar waarbij waarom waaruit waren was wat we week weken weer wel welke
werd werden wie wij wil wilde wilden willen worden wordt zal ze zeer zeg zeggen zei zelf zelfs
zich zie zien zij zijn zo zoals zou zouden zullen bedankt dank graag groeten groet mvg meneer
mevrouw alvast avond ochtend middag maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
januari februari maart april mei juni juli augustus september oktober november december 't 'm 's
zn m'n z'n d'r ie drie vier vijf gisteren halen zit zitten weet weten denk vond gegaan gekomen
zeiden nogal best alweer allemaal ervan erbij erop erin eraan hiervan hiermee daarmee waarmee
onderweg sommige euro euros werkelijk
"""
_NEGATIONS = """
geen niet nooit niemand niets nergens noch zonder nauwelijks amper
"""
_PRAISE = """
aangenaam* aangename aanrader aanbevel* aanraden aardig* attent* behulpzaam* behulpzame bekwaam
beste betaalbaar* betrouwbaar* blij dankbaar deskundig* dol eerlijk* efficiënt* enthousiast*
ervaren fantastisch* fijn fijne fraai* fris geweldig* geslaagd* gastvrij* gelukkig geniet*
genieten genoten gezellig* gezellige goed goede goedkoop* gratis handig* hartelijk* heerlijk*
heerlijke helder* hoffelijk* hulpvaardig* hygiënisch indrukwekkend ideaal interessant* keurig*
klantvriendelijk* knus lekker* lekkere leuk* leuke lief lieve makkelijk* modern* mooi* mooie
netjes nette onberispelijk* origineel* ontspannen perfect* prachtig* prettig* prettige prima
professioneel* proper* puik pluim rustig* schitterend* schone snelle soepel* subliem* smaakvol*
smakelijk* sfeervol* super* sympathiek* tevreden top topper toppertje uitgebreid uitmuntend*
uitstekend* uitstekende verfijnd* vers verse verrassend* verrukkelijk* verwend verzorgd* vlot*
vlotte vriendelijk* vriendelijke vrolijk* waardig warm welkom zalig* zorgvuldig* ruime zeerste
raden originele unieke overheerlijk* verrassen gemakkelijk* comfortabel* favoriet*
compliment* geprezen prees lof
"""
_COMPLAINT = """
aanmatigend abominabel afgezet afgrijselijk afrader agressief afschuwelijk annul* arrogant* bang
bedonder* bedriegen bedrog belachelijk* beledig* beschadigd* bedorven boos boze beroerd* chaos
chaotisch* defect* dood drama* droog duur dure ellende* ergerlijk* ergernis fout* foute fouten
flauw frustr* gebrek* gebroken gestolen gesloten geannuleerd gedoe gestoord gevaarlijk* helaas
hopeloos horror ijskoud ijskoude jammer kapot* kapotte klacht* klachten klagen koud koude kwaad
laks* langzaam* lauw lawaai* leugen* lui lang lange luid* matig* mankement* minachtend minder mis
miste mislukt* missen misleid* misselijk moeilijk* moe nalatig narigheid nadeel negatief nep
nonchalant ongeïnteresseerd* onacceptabel* onaanvaardbaar* onaardig* onbehulpzaam* onbeleefd*
onbereikbaar* onbeschoft* onduidelijk* ongelooflijk* onhygiënisch onjuist* onkunde onmogelijk*
onprofessioneel* onterecht* ontevreden* ontgoochel* onvriendelijk* onvoldoende oplicht* oud oude
overdreven overprijsd overschat* pech pijnlijk* probleem problemen puinhoop ramp* rot* ruzie saai*
schandalig* schande schandelijk* slecht* slechte slordig* smakeloos* smerig* stank stinkt storing*
stress* stuk stom* stroef taai* teleurgesteld* teleurstell* tegenval* tegenvaller teveel traag*
trage triest* troep uitgevallen vals verdwenen verkeerd* verkeerde verloren vermist vergeten
verschrikkelijk* vertraag* vertraging* verveel* vervelend* vervelende vies* vieze vuil* vuile
waardeloos* waardeloze wacht* wachten wachttijd* wanhoop walgelijk* weigert weiger* woedend zeuren
zwak zielig zout
"""
_GENERIC = """
waard klant klanten bedrijf product producten service zaak restaurant hotel sterren ervaring
bestellen
besteld bestelde situatie vraag vragen mensen keer beoordeling gegkwaliteit zeker
"""

DUTCH = Language(
    code="nl",
    name="Dutch",
    little_text=_LITTLE,
    negation_text=_NEGATIONS,
    praise_text=_PRAISE,
    complaint_text=_COMPLAINT,
    generic_text=_GENERIC,
    parting_text="maar echter jammer helaas hoewel",
    hedging_text=(
        "hoop hopelijk zou zouden misschien wellicht indien recensies beoordelingen gelezen las "
        "gehoord vermoed* blijkbaar"
    ),
    negates_back=True,
    stem=stems.dutch,
)
