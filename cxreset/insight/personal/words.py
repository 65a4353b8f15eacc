"""The words before a number that say what it is, in English, German, French, Spanish, Italian and
Dutch: lower case, accents as they are written, one phrase between commas. A word made with
-nummer
or -nr is known by what stands before that ("Rechnungsnummer": "rechnung").
"""

from __future__ import annotations

from typing import Final


def words(listed: str) -> frozenset[str]:
    """Words that are listed with spaces or line breaks between them."""
    return frozenset(listed.split())


ORDER, PHONE, PLATE, VEHICLE, BIRTH = "order", "phone", "plate", "vehicle", "birth"
NETWORK, SITE, USER_NAME, VERSION = "network", "site", "user name", "version"

CUES: Final = {
    ORDER: """
        order, orders, ticket, tickets, case, incident, parcel, parcels, package,
        packages, tracking, track and trace, track trace, shipment, consignment, delivery,
        delivery note, invoice, invoices, bill, receipt, booking, bookings, reservation,
        confirmation, reference, references, ref, refs, transaction, rma, return, voucher,
        coupon, quote, serial, sn, model, part, article, item, product, sku, ean, isbn,
        upc, gtin, barcode, batch, lot, version, build, firmware, flight, train, seat,
        room, error, claim, complaint, job, request, query, pnr, po, boarding pass,
        bestellung, bestellungen, bestell, auftrag, auftrags, rechnung, rechnungen,
        rechnungs, sendung, sendungs, sendungsverfolgung, paket, pakete, vorgang,
        vorgangs, fall, aktenzeichen, az, referenz, artikel, serien, seriennummer,
        buchung, buchungs, buchungscode, lieferschein, lieferung, retoure, retouren,
        gutschein, gutscheincode, reklamation, beleg, quittung, modell, charge, zimmer,
        flug, zug, störung, störungs, commande, commandes, facture, factures, colis,
        suivi, dossier, référence, réf, réservation, billet, série, bon de livraison,
        envoi, livraison, expédition, réclamation, modèle, vol, pedido, pedidos, factura,
        facturas, paquete, paquetes, envío, envíos, seguimiento, localizador, reserva,
        incidencia, caso, referencia, albarán, expediente, reclamación, modelo, artículo,
        serie, vuelo, tique, ordine, ordini, fattura, fatture, pacco, pacchi, spedizione,
        pratica, prenotazione, segnalazione, biglietto, ddt, scontrino, reclamo, modello,
        articolo, matricola, riferimento, rif, tracciamento, volo, bolla, bestelling,
        bestellingen, bestel, factuur, facturen, pakket, pakketje, pakje, zending, zaak,
        boeking, boekings, reservering, reserverings, melding, meldings, referentie,
        kenmerk, klacht, levering, vlucht, bon, ord, statement, credit note, remittance,
        trace, track en trace, track & trace, usps, ups, dhl, dpd, gls, hermes, fedex,
        royal mail, evri, postnl, colissimo, chronopost, correos, seur, art, mahnung,
        mahn, schaden, schadens, angebot, angebots, kassenbon, ersatzteil, teile, devis,
        avoir, bordereau, sinistre, relance, presupuesto, siniestro, rastreo, albaranes,
        preventivo, sinistro, bolletta, codice articolo, lotto, offerte, opdracht,
        werkorder, aanvraag, onderdeel, artikelen, schade, serial number, imei, purchase
        order, work order, credit memo, docket, waybill, airwaybill, awb, container,
        promo, produit, produits, produkt, producto, productos, prodotto, prodotti,
        producten
    """,
    "account": """
        account, accounts, acct, a/c, bank account, sort code, routing, aba, iban, bic,
        swift, ifsc, bsb, customer, client, member, membership, subscriber, meter,
        contract, loyalty card, konto, kto, bankverbindung, blz, bankleitzahl, kunden,
        kunde, kd, mitglieds, mitglied, vertrags, vertrag, zähler, kundenkonto, compte,
        rib, contrat, adhérent, cuenta, cuenta corriente, ccc, cliente, contrato, socio,
        conto, conto corrente, c/c, contratto, tessera, rekening, bankrekening, rek,
        klant, lid, relatie, account reference, account ref, customer reference, customer
        ref, client reference, direct debit, debit, mandate, iban number, bank details,
        bank, banking, user account, subscription, subscriber id, frequent flyer, loyalty,
        loyalty number, rewards, bankkonto, girokonto, sparkonto, lastschrift, mandats,
        mandatsreferenz, kundenkarte, kundenkarten, kundenreferenz, bonuskarte,
        teilnehmer, abo, abonnement, compte bancaire, coordonnées bancaires, référence
        client, réf client, carte de fidélité, carte fidélité, fidélité, abonné, abonnée,
        cuenta bancaria, código cuenta cliente, referencia de cliente, tarjeta de cliente,
        abonado, fidelidad, conto bancario, riferimento cliente, codice cliente, tessera
        fedeltà, abbonato, utenza, rekeningen, bankrekeningnummer, klantreferentie,
        klantenkaart, klanten, bonuskaart, abonnee, lidmaatschap, lidmaatschaps
    """,
    "card": """
        cvv, cvc, cvv code, cvc code, card code, card security code, security code,
        kartenprüfnummer, prüfziffer, sicherheitscode, cryptogramme, cryptogramme visuel,
        code de sécurité, código de seguridad, codice di sicurezza, veiligheidscode,
        beveiligingscode
    """,
    "tax": """
        tax, taxpayer, tin, utr, ein, vat, steuer, steueridentifikations, steuerliche
        identifikations, idnr, ust, ust-idnr, steuer-id, fiscal, spi, siret, siren, tva,
        nif, cif, nie, identificación fiscal, codice fiscale, cod fisc, cf, partita iva,
        piva, btw, fiscaal, rsin, sofi, uid, umsatzsteuer, umsatzsteuer id, tva
        intracommunautaire, intracommunautaire, identification fiscale, numéro fiscal,
        número fiscal, rfc, dni nif, codice fisc, cod fiscale, p iva, partita i v a, btw
        id, btw-id, ust id, steuer id, abn, gst, identifikations, steuerident
    """,
    "insurance": """
        national insurance, ni, nino, social security, ssn, insurance, policy, nhs,
        medicare, patient, sozialversicherungs, sv, rentenversicherungs, rv, versicherten,
        krankenversicherten, versicherungs, versicherung, versicherungsschein,
        versicherungspolice, krankenkasse, kvnr, ahv, sécurité sociale, sécu, nir, insee,
        carte vitale, assurance, assuré, mutuelle, seguridad social, nss, naf, afiliación,
        póliza, poliza, seguro, tarjeta sanitaria, previdenza sociale, tessera sanitaria,
        polizza, assicurazione, inps, bsn, burgerservice, polis, verzekering,
        verzekerings, verzekerden, rijksregister, medical record, mrn, insured,
        krankenversicherung, krankenversicherungs, krankenkassen, sozialversicherung,
        svnr, rvnr, policen, police, carte mutuelle, carte d'assurance, nuss, número de
        afiliación, asegurado, asegurada, assicurato, assicurata, zorgpolis,
        zorgverzekering, zorgverzekerings, verzekerde, schadeverzekering, contrat
        d'assurance
    """,
    "identity": """
        passport, identity card, identity, id card, national id, driving licence, driving
        license, driver's license, driver's licence, drivers license, residence permit,
        licence, license, reisepass, pass, personalausweis, ausweis, perso, führerschein,
        aufenthaltstitel, passeport, carte d'identité, carte nationale d'identité, cni,
        pièce d'identité, permis de conduire, permis, titre de séjour, pasaporte, dni,
        documento de identidad, carnet de identidad, permiso de conducir, carnet de
        conducir, carné de conducir, passaporto, carta d'identità, documento d'identità,
        patente, patente di guida, permesso di soggiorno, paspoort, identiteitskaart,
        id-kaart, id kaart, identiteitsbewijs, rijbewijs, document, national identity,
        national identification, id number, identification, identitätskarte,
        aufenthaltskarte, carte identité, carte de séjour, documento nacional, número de
        identidad, tarjeta de identidad, carta identità, carta di identità,
        verblijfsvergunning, verblijfsdocument, legitimatie, personal, matrikel,
        mitarbeiter, employee, employee id, student, student id, staff, reisedokument,
        driver license, driver licence, driving permit, conduire, conducir, guida,
        documento, dokument, documento nº
    """,
    BIRTH: """
        born, date of birth, dob, d o b, birth date, birthdate, birthday, birth, geboren,
        geb, geburtsdatum, geburtstag, geb datum, fecha nac, data nasc, né, née, né e,
        date de naissance, naissance, anniversaire, nacido, nacida, nací, nació, fecha de
        nacimiento, nacimiento, cumpleaños, nato, nata, data di nascita, nascita,
        compleanno, geboortedatum, geboorte, verjaardag, jarig, geb dat, gebdat, gebdatum,
        geburts, f nacimiento, f nac, fecha de nac, dt nasc, date naiss, date de naiss, d
        d n, ddn, g datum, d o birth, bday, nasc
    """,
    PLATE: """
        number plate, licence plate, license plate, registration plate, plate, plates,
        registration, reg, vrm, kennzeichen, kfz-kennzeichen, kfz kennzeichen,
        autokennzeichen, nummernschild, kontrollschild, plaque, plaque d'immatriculation,
        immatriculation, immatriculé, immatriculée, matrícula, matricula, placa, placas,
        targa, targato, targata, kenteken, kentekenplaat, nummerplaat, numberplate,
        numberplates, number plates, licence plates, license plates, vehicle reg, car reg,
        registration mark, immat, matriculado, matriculada, numero di targa,
        kentekennummer
    """,
    VEHICLE: """
        car, van, lorry, truck, taxi, cab, vehicle, bus, motorbike, driver, courier, auto,
        wagen, pkw, lkw, fahrzeug, lieferwagen, transporter, fahrer, fahrerin, voiture,
        camion, camionnette, véhicule, chauffeur, livreur, coche, furgoneta, camión,
        vehículo, conductor, repartidor, macchina, automobile, furgone, veicolo, autista,
        corriere, busje, bestelbus, vrachtwagen, voertuig, bezorger, kfz, suv,
        motorrad, moto, scooter, lieferauto, motor, fiets
    """,
    PHONE: """
        tel, telephone, phone, mobile, cell, whatsapp, fax, call, called, ring, rang,
        reach, dial, landline, text, my number, get me, reach me, contact me, telefon,
        telefonnummer, handy, mobil, ruf, rückruf, durchwahl, anrufen, erreichbar,
        erreichen, meine nummer, téléphone, tél, portable, fixe, appeler, appelez,
        joindre, joignable, rappeler, rappelez, mon numéro, teléfono, tlf, tfno, móvil,
        movil, celular, llamar, llámame, llámeme, llámenme, llamadme, fijo, mi número,
        telefono, cellulare, chiamare, chiamatemi, chiamami, richiamatemi, recapito,
        fisso, il mio numero, telefoon, mobiel, bellen, bel, bereikbaar, gsm, mijn nummer,
        mobile phone, phone number, cell phone, cellphone, callback, call back, callback
        number, home number, work number, new number, direct number, contact number,
        phoned, sms, texted, whats app, signal number, festnetz, mobilfunk, handynr,
        zurückrufen, zurückzurufen, rufen, ruft, anruf, anrufe, angerufen, erreiche,
        kontakt, neue nummer, rufnummer, contactez, contacter, appelé, appelée, rappel,
        rappelé, rappelée, téléphoner, numéro de téléphone, nouveau numéro, contacto,
        contactar, llamad, llamen, llámanos, llamarme, llamaron, nuevo número, número de
        teléfono, mi nuevo número, cel, chiamarmi, chiamate, chiamato, richiamare,
        richiamarmi, richiamate, telefonare, telefonatemi, contattatemi, contattarmi,
        contattare, numero di telefono, nuovo numero, belt, belde, gebeld, terugbellen,
        vaste nummer, vaste lijn, bereiken, sms'en, appen, nieuwe nummer, telefoonnummer,
        mobiele nummer
    """,
    VERSION: """
        app, apps, software, release, update, updates, patch, os, ios, android, macos,
        windows, linux, chrome, firefox, safari, edge, browser, player, programm,
        logiciel, mise à jour, programa, actualización, programma, aggiornamento,
        bijwerking
    """,
    NETWORK: """
        ip, ip address, ip adresse, adresse ip, dirección ip, indirizzo ip, ip adres, ipv,
        ip v
    """,
    SITE: """
        instagram, insta, ig, twitter, tiktok, telegram, snapchat, snap, discord, skype,
        facebook, fb, linkedin, mastodon, threads, bluesky, wechat, xing, youtube, reddit,
        twitch, vinted, ebay, steam, psn, gamertag, x handle, tumblr, pinterest, line id,
        viber, signal, vk, soundcloud, onlyfans, patreon, strava, gab, bsky
    """,
    USER_NAME: """
        username, user name, user id, login, handle, nickname, nick, screen name,
        benutzername, nutzername, benutzerkennung, nom d'utilisateur, pseudo, identifiant,
        nombre de usuario, usuario, nome utente, gebruikersnaam, inlognaam, account name,
        user, screenname, kontoname, nutzer, accountname, pseudonyme, alias, apodo,
        gebruiker
    """,
}
"""A kind of number -> what is written before one."""

LINKS: Final = """
    no nos nº nr nrs num núm number numbers nummer numéro numero número n id code pin is was
    it its it's that's c'est here are the my our your under ending ist war lautet die der
    das den dem mein meine meiner am vom la le les mon ma mes de du des est était es era el
    los mi del è e il lo mio mia di della dello het van mijn u l a page profile profil
    profilo perfil profiel seite pagina página called heißt heiße am i'm i ich bin je suis
    soy sono ik ben
"""
"""Small words that may stand between such a word and its number."""
PHONE_LINKS: Final = """
    me us him her them back at on and with for in to unter auf zurück mich uns bitte au al alle
    allo op moi nous ons terug via home work direct over op or under ring call phone oder ou o of
    line usual mobile
"""
"""More of them, for telephone numbers alone."""
NUMBER: Final = words("no nr num núm number nummer numéro numero número")
WITH: Final = words("with under mit unter met onder avec sous con bajo sotto")
"""Small words that may stand before these alone: "the invoice with number …"."""
BIRTH_NOUNS: Final = words(
    "birth birthdate dob geburtsdatum naissance nacimiento nascita geboortedatum"
)
"""Of these a day in the same thought is spoken."""
I_AM: Final = frozenset(
    (
        *("i'm", "i am", "as", "ich bin", "als", "je suis", "comme", "soy", "como", "sono", "come"),
        "ik ben",
    )
)
"""Words before one's own name on a network."""
CURRENCIES: Final = (
    "euros?|dollars?|pounds?|francs?|franken|kronen|yen|rupees?|pesos?|lire|sterline|libras|livres"
    "|pond|gulden"
)
"""Words for money, as a piece of a pattern."""
IS: Final = words("is was as ist war als est était comme es era fue como è come")
OWN: Final = words(
    "my our mein meine unser unsere mon ma notre mi nuestro nuestra il la mio mia mijn ons onze"
)
"""How a number is explained after it: "… is my number"."""
SUFFIXES: Final = ("nummer", "nr", "num")

AT_WORDS: Final = (
    *("at", "ät", "aet", "arroba", "arobase", "arobas", "chiocciola", "chiocciolina"),
    *("apenstaartje", "klammeraffe"),
)
DOT_WORDS: Final = ("dot", "punkt", "point", "punto", "punt")
"""What is written for the signs of an e-mail address."""
PROVIDERS: Final = (
    *("gmail", "googlemail", "gmx", "web", "outlook", "hotmail", "live", "msn", "yahoo", "ymail"),
    *("icloud", "me", "mac", "aol", "proton", "protonmail", "pm", "t-online", "freenet", "posteo"),
    *("mailbox", "orange", "wanadoo", "free", "laposte", "sfr", "libero", "virgilio", "alice"),
    *("tiscali", "ziggo", "kpnmail", "planet", "xs4all", "hetnet", "telefonica", "btinternet"),
    *("sky", "fastmail", "zoho"),
)
"""Domains that many have an address at, without their ends."""
