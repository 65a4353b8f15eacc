"""Italian as customers write it."""

from __future__ import annotations

from cxreset.insight.language import stems
from cxreset.insight.language.model import Language

_LITTLE = """
gentile gentili egregio egregi signor signore signora signori riscontro porgo
distinti saluti cordiali
grande grandi piccolo piccola spero stasera notte notti a abbia abbiamo abbiate ad adesso agli ai
al alcun alcuna alcune alcuni all alla alle allo allora almeno altra altre altri altro anche
ancora anni anno appena assolutamente attraverso avendo aver avere avete aveva avevamo avevano
avevo avrei avuto basta bisogna buonasera buongiorno c'è c'era che chi ci ciao ciascuno ciò circa
coi col come comunque con contro così cosa cose cui da dagli dai dal dalla dalle dallo davanti
degli dei del dell della delle dello dentro detto deve devo devono di dice dicono dopo dove
dovrebbe dovuto due dunque durante e è ecco ed ella era erano eravamo ero essere fa facciamo
faccio fanno far fare fatta fatte fatti fatto fino forse fosse fra fu gente gli già giorni giorno
grazie ha hai hanno ho i ieri il in infatti infine inoltre insieme invece io l la là le lei li lo
loro lui lì ma me meglio meno mentre mese mesi mi mia mie miei mio minuti molta molte molti molto
momento ne negli nei nel nell nella nelle nello no noi nostra nostre nostri nostro o od oggi ogni
ognuno oltre oppure ora ore ormai parte per perché però persino persone piuttosto più poca pochi
poco poi poiché possiamo posso possono poter potrebbe potuto prima primo proprio pure può qua qual
quale quali qualche qualcosa qualcuno quando quanta quanto quasi quel quella quelle quelli quello
questa queste questi questo qui quindi rispetto sarà sarebbe se sé secondo sei sembra sempre si sì
sia siamo siano siate sono sopra soprattutto sotto sta stata state stati stato stanno stava stavo
stesso stessa sto su sua sue sugli sui sul sulla sulle suo suoi tale tali tanta tante tanti tanto
te ti tra tre troppo tu tua tue tuo tuoi tutta tutte tutti tutto un un' una uno va vado vanno
vediamo verso vi via voi volta volte vorrei vostra vostre vostri vostro vuole salve saluti
settimana settimane lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio
marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre mattina sera domani
euro signora signore prego favore sapere dire viene vengono venire fin finora
"""
_NEGATIONS = """
non mai nessun nessuna nessuno niente nulla né nemmeno neanche senza mica
"""
_PRAISE = """
accoglient* affidabil* amichevol* ampi* apprezz* attent* bel bell* bella bello belle belli ben
bene brav* brillant* buon buona buone buoni buono buonissim* calm* comod* comodissimo competent*
complimenti confortevol* consigliat* consigliatissim* consiglio content* convenient* cordial*
cordiale cortes* cortesia curat* delizios* disponibil* disponibilità divertent* eccellent*
eccezional* economic* educat* efficac* efficient* elegant* entusiast* esemplar* fantastic*
favolos* felic* fedel* fresc* freschissim* funzional* garbat* generos* gentil* gentilezza
gradevol* grandios* gustos* ideal* impeccabil* incantevol* incredibil* interessant* intim* limpid*
magnific* meravigli* miglior* migliori modern* onest* originale ottim* ottima ottimo perfett*
piacevol* piaciut* pronto professional* professionalità puntual* pulit* pulitissim* puntualità
rapid* raffinat* rilassant* rilassat* romantic* sano saporit* semplic* serio seria seri simpatic*
sorriso soddisf* soddisfatt* spazios* speciale splendid* squisit* straordinari* strepitos*
stupend* super suggestiv* superb* top tranquill* util* valid* veloc* velocissim* vantaggios*
torneremo tornerò raccomand* lode
compliment* elogi* lodi
"""
_COMPLAINT = """
abbandon* aggressiv* annull* antipatic* arrogant* assurd* attes* aspett* bloccat* bruciat* brutt*
bugi* bugiard* cancellat* caos cattiv* carissim* cara caro care chiuso confus* costos* crud*
danneggiat* debol* delud* deludent* delus* delusion* difett* difettos* difficil* disastr* disgust*
disonest* disorganizz* disordin* disservizi* errat* error* esager* esausto fallit* fastidi* freddo
fredda freddi furt* fred* guast* ignor* imbarazz* imbrogli* impossibil* impreparat* inaccettabil*
inaffidabil* inammissibil* incapac* incivil* incompetent* inconcepibil* inconvenient* indecent*
inesistent* ingann* ingiust* insapor* insipid* insoddisf* insopport* insufficient* inutil*
irraggiungibil* irrispettos* lament* lent* lentezza lentissim* ladr* lite litig* lungo lunga
lunghi lunghe male maleducat* malat* manca mancanza mancat* mancano mediocr* mentir* noia noios*
odor* offes* orribil* orrend* peccato peggio* peggior* penos* pericolos* perso persa persi pessim*
problem* puzz* rabbi* respint* ridicol* rifiut* ritard* rott* rovin* rubat* rumor* rumoros* salat*
sbagli* sbagliat* scadent* scadut* scars* schifo* schifos* sconsigli* scomod* scortes* scontent*
scorrett* sgarbat* sgradevol* sopport* spaventos* spiacevol* sporc* sporcizia sprovved* squallid*
stanc* stress* stupid* tard* tardi terribil* trascurat* trist* truff* truffa unto vecchi* vergogn*
vergognos* zero
"""
_GENERIC = """
cliente clienti azienda prodotto prodotti servizio servizi posto locale ristorante hotel stelle
esperienza qualità situazione caso soldi volta persona arrivare arrivati chiedere chiesto chiamare
chiamato recensione
"""

ITALIAN = Language(
    code="it",
    name="Italian",
    little_text=_LITTLE,
    negation_text=_NEGATIONS,
    praise_text=_PRAISE,
    complaint_text=_COMPLAINT,
    generic_text=_GENERIC,
    parting_text="ma però peccato tuttavia purtroppo",
    hedging_text=(
        "spero speriamo sarebbe sarebbero potrebbe potrebbero forse magari recensioni letto "
        "sentito pare se"
    ),
    stem=stems.italian,
)
