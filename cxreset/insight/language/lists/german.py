"""German as customers write it."""

from __future__ import annotations

from cxreset.insight.language import stems
from cxreset.insight.language.model import Language

_LITTLE = """
liebes team geehrte geehrter geehrtes damen herren grüße grüßen gruß voraus zusammen
ab aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bereits
bin bis bist bitte da dabei dadurch dafür dagegen daher damit danach dann daran darauf darüber das
dass davon dazu dein dem den denn der deren des deshalb dich die dies diese diesem diesen dieser
dieses dir doch dort du durch eben ein eine einem einen einer eines einfach einmal er erst erster
es etwas euch euer eure für gab ganz gar gegen gehen geht gerade gern gibt ging habe haben hat
hatte hätte hatten heute hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in
ins ist ja jede jedem jeden jeder jedes jemand jetzt kam kann komme kommen kommt könnte können
kurz letzte letzten macht machen mal man mehr mein meine meinem meinen meiner mich mir mit muss
musste müssen nach nachdem natürlich neben nein noch nun nur ob oder per pro recht schon sehr sei
sein seine seinem seinen seiner seit sich sie sind so sogar soll sollte somit sondern sonst statt
tag tage über um und uns unser unsere unseren unserer unter viel viele vielen vom von vor war
waren warum was weg wegen weil weiter weiß welche wenig wenn wer werde werden wie wieder will wir
wird wo woche wollen wollte worden wurde wurden würde zu zum zur zwar zwei zwischen uhr stunde
stunden minuten min danke hallo euro leute morgen gestern mann echt halt eigentlich große großen
großer großes groß kleine kleinen klein fall ort nacht hoffe hoffen abend geehrte geehrter damen
herren grüßen gruß grüße lg mfg vg hi hey ok dank dankeschön dankbar montag dienstag mittwoch
donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september
oktober november dezember jahr jahre jahren monat monate monaten wochen tagen gibts ists wurd
haette koennen fuer ueber waere daß dessen welcher welches welchen solche solcher damals sowie
sowohl bzw zb ca etwa fast sofort bisher nachher vorher außer außerdem trotz trotzdem obwohl
während bevor dorthin woher wohin irgendwie irgendwann vielleicht meist meistens oft manchmal
"""
_NEGATIONS = """
kein keine keinen keinem keiner keines keinerlei nicht nie niemals niemand niemanden niemandem
nichts nix ohne weder kaum
"""
_PRAISE = """
angenehm* anständig aufmerksam* ausgezeichnet* begeister* bequem* beliebt* bestens beste besten
bester
bestes brav* brillant* einwandfrei* empfehl* empfehlenswert* entspannt* erfreu* exzellent*
fabelhaft* fantastisch* flexibel flott freu* freundlich* fröhlich* fürsorglich* gastfreundlich*
geil* gelungen* gemütlich* genial* genieß* genoss* geschmackvoll* glücklich* grandios* großartig*
gut gute guten guter gutes gutem herrlich* hervorragend* herzlich* hilfsbereit* hübsch* höflich*
ideal* kompetent* köstlich* komfortabel lecker* leckere liebevoll* lob* mega nett* optimal*
passend* perfekt* preiswert* problemlos* prompt* reibungslos* ruhig* sauber* schmackhaft
sensationell* sorgfältig spitze spitzen* super* sympathisch* toll* traumhaft* tadellos*
unglaublich überragend* übersichtlich verlässlich* vorzüglich* weiterempfehl* wohl* wunderbar*
wunderschön* wundervoll* zufrieden* zuverlässig* zuvorkommend* liebt lieben hilfreich* modern*
frisch* schöne schöner schönes schönem sagenhaft* unschlagbar* erstklassig* himmlisch* göttlich*
beeindruck* erstaunlich* gefällt gefiel mögen günstig spaß favorit juwel wiederkommen schnelle
schneller schnellen liebevoll lieblings* punktlich
lobt lobte lobten gelobt kompliment*
"""
_COMPLAINT = """
abgelehnt abgezockt abzock* absturz abstürz* ausgefallen* ausfall* ausfäll* angst aufreg* bedauer*
beschädigt* beschissen* beschwer* beleidig* betrogen betrug* betrüg* blöd* bruch chaos chaot*
defekt* dreck* dumm* dreist* eklig* ekelhaft* enttäusch* erbärmlich* falsch* fehlt fehlen fehler*
frech* frechheit frust* furchtbar* gammel* gestank gesperrt* gestohlen grauenhaft* grausam*
gefährlich* hass* hilflos* horror* inakzeptabel inkompetent* kaputt* katastroph* kalt klau*
kündig* lahm* langsam* langweilig* lang laut* leider lüge* lügen lärm* mangelhaft* mangel* mies*
minderwertig* miserabel* mist motzig* müll nerv* nutzlos* peinlich* pech problem* rassis*
respektlos* schad* schäbig* schande scheiß* scheiss* schimmel* schlamp* schlecht* schlimm*
schmutz* sauerei schrecklich* schrott* skandal* sinnlos* spät* stink* stör* störung* streik*
stress* teuer* trist* traurig* überfordert* überfüllt* überteuert* unakzeptabel unbequem*
unbrauchbar* unfähig* unfreundlich* unfassbar* ungenießbar* unglaublich ungepflegt* unhöflich*
unmöglich* unpünktlich* unprofessionell* unsauber* unverschämt* unzufrieden* unzumutbar*
unzuverlässig* verarscht verdorben verdreckt* vergeblich* vergess* verlor* vermiss* verpasst*
verspät* verschmutzt* versagt* verzöger* wart* warte* wartezeit* widerlich* wucher wut* wütend*
zerbrochen* zerkratzt* zumutung verschwund* beanstand* gebühr* umständlich* zerstört*
"""
_GENERIC = """
danke deutsche deutschen deutscher deutsches ehrlich erfahrung firma frage frau gefühl geld herr
kunde kunden lieber liebe nie sache
schön unternehmen wirklich zeit bahn kundin hotel restaurant bewertung sterne service
"""

GERMAN = Language(
    code="de",
    name="German",
    little_text=_LITTLE,
    negation_text=_NEGATIONS,
    praise_text=_PRAISE,
    complaint_text=_COMPLAINT,
    generic_text=_GENERIC,
    parting_text="aber jedoch allerdings leider dafür obwohl sondern nur",
    hedging_text=(
        "hoffe hoffen hoffentlich würde* wäre* könnte* vielleicht falls wenn vermutlich "
        "angeblich gehört gelesen las bewertungen rezensionen eventuell"
    ),
    negates_back=True,
    stem=stems.german,
)
