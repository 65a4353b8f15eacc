"""The words around names and street addresses, in English, German, French, Spanish, Italian and
Dutch; lower case, one phrase between commas."""

from __future__ import annotations

from typing import Final

from cxreset.insight.personal.words import words


def _phrases(listed: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in listed.split(","))


TITLES: Final = _phrases(
    """
    mr, mrs, ms, miss, mister, dr, prof, sir, madam, herr, herrn, hr, frau, fr, fräulein,
    monsieur, madame, mademoiselle, mme, mlle, señor, señora, señorita, sr, sra, srta, don,
    doña, signor, signora, signore, sig, sig ra, dott, dottor, dottoressa, meneer, mevrouw, dhr,
    mevr, mw, heer
    """
)
LEADING: Final = TITLES | _phrases(
    """
    my name is, my name's, name is, the name is, named, name of, by the name of, signed, i'm
    called, mein name ist, ich heiße, ich heisse, namens, gezeichnet, heißt, je m'appelle,
    m'appelle, mon nom est, nommé, nommée, prénommé, prénommée, au nom de, me llamo, mi nombre
    es, llamado, llamada, a nombre de, mi chiamo, il mio nome è, di nome, a nome di, ik heet,
    mijn naam is, genaamd, op naam van, manager, agent, adviser, advisor, driver, colleague,
    engineer, technician, nurse, waiter, waitress, assistant, receptionist, supervisor,
    operator, rep, courier, doctor, mitarbeiter, mitarbeiterin, kollege, kollegin, kollegen,
    fahrer, fahrerin, techniker, technikerin, berater, beraterin, filialleiter,
    filialleiterin, sachbearbeiter, sachbearbeiterin, kellner, conseiller, conseillère,
    livreur, technicien, collègue, gérant, gérante, vendeur, vendeuse, repartidor, encargado,
    encargada, técnico, empleado, empleada, gerente, dependiente, operatore, operatrice,
    tecnico, corriere, commesso, commessa, direttore, responsabile, medewerker, medewerkster,
    monteur, bezorger, collega, verkoper, chauffeur, team leader, clerk, cashier, employee,
    salesman, saleswoman, salesperson, representative, consultant, teller, pharmacist,
    postman, plumber, electrician, verkäufer, verkäuferin, kassierer, kassiererin, leiter,
    leiterin, zusteller, betreuer, betreuerin, ansprechpartner, ansprechpartnerin, schaffner,
    schaffnerin, angestellte, angestellter, kellnerin, bearbeiter, bearbeiterin,
    mitarbeitende, employé, employée, directeur, directrice, caissière, caissier, serveur,
    serveuse, facteur, director, directora, cajero, cajera, vendedor, vendedora, conductor,
    camarero, camarera, compañero, compañera, mi nombre, impiegato, impiegata, cassiere,
    cassiera, autista, dipendente, cameriere, cameriera, postino, collaboratore,
    collaboratrice, kassière, verkoopster, baliemedewerker, loketmedewerker, adviseur,
    postbode
    """
)
"""Words after which a capitalised word is most likely somebody's name."""

MAYBE: Final = _phrases(
    """
    spoke to, spoke with, talked to, talked with, served by, helped by, called, regards,
    wishes, sincerely, sprach mit, gesprochen mit, grüße, grüßen, gruß, cordialement, parlé à,
    parlé avec, saludos, hablé con, atentamente, saluti, parlato con, cordialmente, groet,
    groeten, gesproken met, yours, yours truly, cheers, thanks, best, merci, gracias, grazie,
    bedankt, mvg, lg, vg, mfg, beste grüße, spoke with a, asked for, dealt with, seen by,
    answered by, signed by, bedient von, beraten von, verbunden mit, telefoniert mit, servi
    par, reçu par, eu affaire à, atendido por, atendida por, me atendió, servito da, servita
    da, seguito da, geholpen door, gebeld met
    """
)
"""Words after which it may be one."""

NO_NAMES: Final = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december christmas easter montag dienstag
    mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz mai juni juli
    oktober dezember weihnachten ostern lundi mardi mercredi jeudi vendredi samedi dimanche
    janvier février mars avril juin juillet août septembre octobre novembre décembre lunes
    martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio
    agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio
    settembre ottobre novembre dicembre maandag dinsdag woensdag donderdag vrijdag zaterdag
    zondag januari februari maart mei augustus i i'm i've i'd i'll the a an and but or if when
    then this that these those there here it it's my your our his her their we you he she they
    who what why how where which no not nobody nothing yes please thank thanks dear hello hi hey
    sorry ok okay after before since because still just very too also only even every each all
    some any many more most one two three four five on in at to for of by with from as is are
    was were be been has have had do does did can could will would should must never always
    again now today yesterday tomorrow der die das ein eine einer ich wir ihr sie er es mein
    meine unser ihre und oder aber wenn als dann nach vor seit nicht kein keine auf in im am an
    bei mit von zu zum zur für ist war sind wird hallo danke bitte nie sehr auch nur noch heute
    gestern liebe lieber guten geehrte geehrter le la les un une des je nous vous il elle ils et
    ou mais si quand après avant depuis pas dans en au aux avec pour sur est était bonjour merci
    el los las una yo nosotros usted ustedes y o pero cuando después antes desde con para por es
    era hola gracias lo gli io noi voi lei ma se quando dopo prima da con per è ciao grazie de
    het een ik wij u hij zij en maar als toen na voor sinds niet geen op bij met van te is was
    hallo dank customer customers service services support team help desk helpdesk line centre
    center department office sales account accounts manager managers agent agents driver drivers
    staff app email mail phone website online order orders ticket delivery invoice refund chat
    live room bank card club store shop hotel google apple microsoft amazon paypal facebook
    instagram twitter whatsapp android iphone windows visa mastercard trustpilot ups dhl dpd
    hermes fedex wifi internet router mr mrs ms miss mister dr prof sir madam herr herrn hr frau
    fräulein monsieur madame mademoiselle mme mlle señor señora señorita sr sra srta don doña
    signor signora signore sig dott meneer mevrouw dhr mevr mw kunde kunden kundin kundenservice
    kundendienst hotline rechnung bestellung lieferung termin telefon uhr client clients service
    compte commande livraison facture cliente servicio cuenta pedido factura servizio conto
    ordine fattura klant klantenservice bestelling rekening great good bad best worst new old
    first second last next north south east west royal national united black white red blue
    green high low super premium plus pro basic free flight
    auftrag nr euro day
    """
)
"""Capitalised words that are no names, in lower case."""

PARTICLES: Final = (
    *("von", "van", "vom", "zu", "de", "der", "den", "del", "della", "di", "da", "du", "dos"),
    *("la", "le", "ter", "ten", "el", "al", "bin", "ben", "y"),
)
"""Small words inside a name."""

STREETS_AFTER: Final = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Court|Ct|Crescent|Terrace|Square|Sq"
    "|Gardens"
    "|Boulevard|Blvd|Grove|Mews|Row|Walk|Way|Place|Pl|Hill|Park|Parkway|Highway|Quay|Green|Rise"
)
STREETS_BEFORE: Final = (
    "rue|avenue|av\\.|boulevard|bd|place|chemin|impasse|allée|quai|route|cours|square|passage"
    "|calle|c/|c\\.|avenida|avda\\.?|plaza|pza\\.?|paseo|carretera|camino|ronda|travesía"
    "|via|viale|v\\.le|piazza|p\\.zz?a|piazzale|corso|vicolo|largo|lungomare|contrada"
)
STREETS_ENDING: Final = (
    "straße|strasse|str\\.|weg|platz|gasse|allee|ring|ufer|damm|steig|chaussee"
    "|straat|laan|plein|gracht|kade|dijk|singel|dreef|steenweg|hof"
)
HOUSES_WITH: Final = (
    "Am|An der|An den|Auf der|Auf dem|Im|In der|Unter den|Zum|Zur|Lange|Langer|Alte|Alter|Neue"
    "|Neuer"
    "|Kleine|Grote|Oude|Nieuwe"
)
LOCALITIES: Final = (
    "Markt|Graben|Wall|Anger|Berg|Bach|Tor|Feld|Hang|Rain|Brunnen|Dom|Linden|Damm|Ufer|Ring|Hof|Park"
    "|Bahnhof|Kirchhof|Mühle|See|Weiher|Wald|Garten|Haag|Brink|Singel|Gracht|Kade|Dijk|Plein"
)
"""Of which the last word says that a street is meant: "Am Alten Markt 3"."""
COUNTED: Final = "Days?|Hours?|Minutes?|Mins?|Weeks?|Months?|Years?|Times?|Stars?|[AP]M|[AP]\\.M|X"
"""Capitalised words that make the number before them no house's."""
UNITS: Final = (
    "min|stund|std|uhr|tag|woche|euro|eur|km|meter|mal|prozent|personen|uur|dag|keer|week"
    "|times|hour"
    "|day|fois|volte|veces|jour|giorn|días"
)
"""Beginnings of words that make a number no house's."""

STREET_AFTER_WORDS: Final = tuple(STREETS_AFTER.split("|"))
STREET_BEFORE_WORDS: Final = tuple(name.partition("\\.")[0] for name in STREETS_BEFORE.split("|"))
"""Of an abbreviation what stands before its first full stop."""
BOXES: Final = (
    r"P\.?\s?O\.?\s?Box|Postfach|Postbus|Packstation|Apartado(?:\sde\sCorreos)?"
    r"|Casella\sPostale|Boîte\sPostale|B\.P\."
)
BOX_WORDS: Final = (
    *("box", "postfach", "postbus", "packstation", "apartado", "casella", "boîte", "b.p."),
)
HOUSE_WORDS: Final = tuple(HOUSES_WITH.split("|"))
STREET_ENDINGS: Final = tuple(ending.replace("\\", "") for ending in STREETS_ENDING.split("|"))
