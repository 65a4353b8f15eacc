"""The words inside a column's name that tell what it holds, where the whole name is not known.

All in the plain form of `plain.simple`, in the languages of `vocabulary`.
"""

from __future__ import annotations

from cxreset.intake.columns.plain import simple
from cxreset.intake.columns.vocabulary import split_names


def _plainly(text: str) -> tuple[str, ...]:
    return tuple(map(simple, split_names(text)))


def _set(text: str) -> frozenset[str]:
    return frozenset(_plainly(text))


# One of these words makes a name speak of a comment without being its text.
ABOUT = _set(
    "id, ids, no, nr, number, link, url, date, time, language, lang, version, device, code,"
    " count, votes, likes, helpful, stars, rating, score, user, username, name, author, email,"
    " created, updated, status, state, type, category, topic, topics, hierarchy, sentiment,"
    " channel, priority, millis, epoch, length, likelihood, confidence, coord, gold, location"
)
TEXT_ENDS = _set(
    "comment, feedback, verbatim, remark, remarks, kommentar, commentaire, comentario, commento,"
    " opmerking, toelichting, komentarz, yorum, комментарий"
)
WORDS = _set(
    "comment, comments, review, feedback, complaint, verbatim, text, message, remark, remarks,"
    " narrative, suggestion, suggestions, explain, why, describe, improve, experience, tell,"
    " kommentar, kommentare, freitext, beschwerde, warum, commentaire, commentaires, pourquoi,"
    " avis, comentario, comentarios, queja, verbesserung, verbessern, anmerkung, anmerkungen,"
    " ameliorer, mejorar, sugerencia, sugerencias, por que, opinion, think, thoughts, else, add,"
    " share, like, dislike, liked, disliked, missing, wrong, reason, positive, negative, pros,"
    " cons, advantages, disadvantages, gefallen, gestort, gefiel, positiv, negativ, sonst, change,"
    " commento, commenti, perche, suggerimenti, migliorare, opinione, comentar, sugestao,"
    " sugestoes, melhorar, porque, opmerking, opmerkingen, waarom, verbeteren, suggesties,"
    " komentarz, uwagi, dlaczego, opinia, sugestie, yorum, yorumunuz, neden, oneri, onerileriniz,"
    " gorus, gorusleriniz, отзыв, комментарий, почему, пожелания, предложения, σχόλια, σχόλιο,"
    " γιατί, προτάσεις, تعليق, تعليقات, اقتراحات, ملاحظات, لماذا, words, andern, bemerkungen,"
    " remarque, remarques, observaciones, observacoes, toelichting, fritext, begrundung"
)
# The same in languages that write without blanks.
FRAGMENTS = _plainly(
    "意見, 感想, コメント, ご要望, 理由, お聞かせ, 自由, 意见, 建议, 反馈, 评论, 为什么, 改进,"
    " 喜欢, 希望, 改善, 良かった, 悪かった, 좋았던, 개선, 아쉬운,"
    " 建議, 為什麼, 의견, 이유, 건의, 제안, 바라는, 느낀, 후기"
)
# Answers that stand beside each other: each is the customer's words.
SIDES = _set(
    "positive, negative, pros, cons, liked, disliked, like, dislike, likes, dislikes, good, bad,"
    " best, worst, positives, negatives, reasons, ideas, ideen, idees, wunsche, positiv,"
    " negativ, vorteile, nachteile, lob, kritik, positif, negatif, least,"
    " positivo, negativo, positivi, negativi, positivos, negativos, pro, contro, contra, pregi,"
    " difetti, improve, improvement, improvements, suggestion, suggestions, advantages, better,"
    " disadvantages, strengths, weaknesses, положительные, отрицательные, достоинства, change,"
    " недостатки, плюсы, минусы, zalety, wady, voordelen, nadelen, olumlu, olumsuz, why, reason,"
    " wrong, well, upsides, downsides, missing, else, advice, gut, schlecht, gefallen, gestort,"
    " verbessern, besser, andern, ameliorer, plu, deplu, mejorar, migliorare, melhorar, beter,"
    " verbeteren, iyi, kotu, понравилось, улучшить, warum, pourquoi, perche, waarom, dlaczego"
)
SIDE_FRAGMENTS = ("良い", "悪い", "良かった", "悪かった", "改善", "优点", "缺点", "장점", "단점")
SUMMED = _set(
    "average, avg, mean, median, total, durchschnitt, moyenne, promedio, media, gemiddelde"
)
# What makes a comment one more beside the chief one: `CSAT comment`, `Weitere Anmerkungen`.
FURTHER = _set(
    "additional, other, further, more, any, general, else, csat, nps, ces, survey, rating, score,"
    " satisfaction, conversation, weitere, sonstige, sonstiges, zusatzliche, allgemeine, autre,"
    " autres, complementaire, complementaires, otros, otras, adicionales, altri,"
    " ulteriori, outros,"
    " outras, adicionais, overige, andere, inne, dodatkowe, diger, ek, другие, дополнительные,"
    " ovrigt, ovriga, andre, further, zusatzlicher, zusatzliches, weiterer, weiteres, sonstiger,"
    " adicional, complementaire, complementario, complementaria, aggiuntivo, aggiuntiva, extra,"
    " aanvullend, aanvullende, dodatkowy, дополнительный, ytterligare, overall, osat, recommend,"
    " recommendation, likelihood, service, product, delivery, shipping, lieferung, produkt,"
    " livraison, produit, servicio, producto, entrega, consegna, servizio, prodotto"
)
# What the same customer wrote later.
LATER_WORDS = _set(
    "followup, nachtrag, erganzung, nachbewertung, suite, complement, seguimiento, seguito,"
    " acompanhamento, vervolg, aanvulling, uzupelnienie, дополнение, дополнения, tillagg, tillegg,"
    " updated, edited, revised"
)
LATER_FRAGMENTS = _plainly("追评, 追評, 追加, 追記, 后续, 後續, 추가, 한달사용, 한달 사용")
# Beside one of these a column called no more than `Follow-up` is the customer's.
REVIEWS = _set(
    "review, reviews, bewertung, rezension, bewertungstext, avis, resena, resenas, opinion,"
    " opiniones, recensione, recensioni, avaliacao, beoordeling, recenzja, opinia, yorum,"
    " отзыв, отзыву"
)
REVIEW_FRAGMENTS = _plainly("评, 評, レビュー, 口コミ, 리뷰, 후기")
# The same words once more: translated, cut short, made ready for something else.
AGAIN = _set(
    "translated, translation, english, original, summary, snippet, preview, excerpt, html, cooked,"
    " raw, clean, cleaned, processed, normalized, tokens, lemma, lemmatized, short, truncated,"
    " ubersetzung, ubersetzt, traduction, traduccion, traduzione, traducao, vertaling"
)
# Questions with choices or facts for an answer.
CLOSED = _set(
    "hear, which, often, many, age, gender, old, when, hort, welche, welcher, welches, haufig,"
    " alter, geschlecht, quel, quelle, frequence, cual, conocio, conoces, connu,"
    " conosciuto, conheceu, aufmerksam,"
    " kennengelernt, aware, edad, quale, qual, idade, welke, leeftijd,"
    " branch, store, filiale, role, job, occupation, country, region, city"
)
NAME_WORDS = 5  # a longer name is a question, where "state" or "time" say nothing
# What was done about it: the company's words under a name of its own.
DONE = _set(
    "reply, replies, resolution, solution, losung, massnahme, massnahmen, oplossing,"
    " solucion, esito,"
    " soluzione, decyzja, rozwiazanie, решение, cozum, remedy, traitement, afhandeling, uitkomst"
)
REPLY_FRAGMENTS = _plainly(
    "回复, 回覆, 答复, 返信, 返答, 답글, 답변, 처리, 对应, 対応,"
    " 店舗から, ショップから, お店から, オーナーから, 사장님, 판매자 댓글, 업체 댓글, 掌柜"
)
REPLY = DONE | _set(
    "reply, replies, antwort, antworten, respuesta, reponse, resolution, internal, risposta,"
    " resposta, odpowiedz, reactie, yanit, cevap, ответ, απάντηση, 返信, 返答, 回复, 回覆, 답변, رد"
)
CUSTOMER = frozenset(("customer", "client"))
SHOPPERS = frozenset(("customer", "buyer", "reviewer", "guest", "shopper"))
ANSWERS = frozenset(("reply", "replies", "response", "responses", "answer", "answers"))
PEOPLE = _set(
    "customer, client, user, author, reviewer, requester, contact, respondent, review, visitor"
)
ANSWER = frozenset(("comment", "comments", "message", "note", "notes", "text", "body"))
COMPANY = _set(
    "developer, agent, company, owner, business, staff, support, management, manager, seller,"
    " vendor, merchant, host, brand, our, admin, assignee, operator, bot, employee, public,"
    " property, hotel, restaurant, eigentumer, inhaber, unternehmens, betreiber, proprietaire,"
    " etablissement, propietario, empresa, proprietario, azienda, wlasciciela, компании,"
    " представителя, eigenaar, bedrijf, firma"
)
# Whoever works for the company is never the customer, whatever else the name says.
STAFF = _set(
    "agent, agents, owner, assignee, assigned, operator, advisor, adviser, rep, representative,"
    " csr, staff, employee, handled, handler, resolver, closed, moderator, admin, manager, host,"
    " developer, seller, vendor, merchant, bearbeiter, sachbearbeiter, zustandig, mitarbeiter,"
    " conseiller, agente, asesor, atendio, traite, praticien, opiekun, operatore,"
    " operatore, assegnato, atendente, responsavel, medewerker,"
    " behandelaar, pracownik, temsilci, оператор, сотрудник, менеджер, ответственный, 担当者,"
    " 担当, 客服, 处理人, 담당자, الموظف, υπάλληλος, product, hotel, restaurant, app, place,"
    " business, location, store, shop, branch, group, team, property, item, file, event, teammate"
)
SCORES = _set(
    "nota, note, voto, puntuacion, calificacion, valoracion, valutazione, avaliacao, ocena, оценка,"
    " recommend, satisfied, satisfaction, rate, rating, ratings, score, stars, nps,"
    " csat, empfehlen,"
    " zufrieden, recommanderiez, satisfait, recomendaria, satisfecho, emotion, likely, bewerten,"
    " beurteilen, bewertung, noteriez, evaluez, calificaria, valora, valoraria, valuta,"
    " consiglieresti, soddisfatto, avalia, satisfeito, beoordeelt, tevreden, aanbevelen,"
    " oceniasz,"
    " zadowolony, polecisz, puan, memnun, değerlendirirsiniz, valuti, valutate, ικανοποιημένοι,"
    " αξιολογείτε, رضاك, تقييمك, تقيم, оцените, порекомендуете, hodnotite, spokojeni, nojd,"
    " tilfreds"
)
SCORE_FRAGMENTS = _plainly("满意, 滿意, 满分, 评分, 推荐, 満足, 評価, おすすめ, 만족, 추천, 평점")
# What a survey calls the one score it asks for.
ANSWERED = frozenset(("response", "answer", "antwort", "reponse", "respuesta", "risposta"))
# How names end in languages that write compounds in one word.
RATING_ENDS = _plainly("note, bewertung, zufriedenheit, punktzahl, sterne, cijfer, betyg")
DATE_ENDS = _plainly("datum, dato, 일, 일시, 日, 日期, 时间, 時間, 日時")
REASON_ENDS = _plainly("grund, art, typ, kategorie, soort, reden, orsak")
CUSTOMER_BEGINS = _plainly(
    "kunde, kundin, client, klient, klant, покупат, клиент, заказчик, musteri, πελατ, zakazni,"
    " asiak, ugyfel, pelangg, buyer, patient, gast, guest, huesped, ospite, hospede, 구매자, 고객,"
    " 买家, 客户, 顧客, お客"
)
KINDS = _set(
    "type, tipo, soort, art, kind, kategorie, kategoria, categorie, categoria,"
    " category, grund, motif,"
    " motivo, reden, powod, причина, категория, тип, tur, neden, orsak, arsag, syy"
)
DATES = _set(
    "eingang, reception, ontvangst, odbioru, zgloszenia, recepcion, ricezione,"
    " date, datetime, timestamp, time, created, posted, published, submitted, received, opened,"
    " seconds, millis, epoch, datum, zeitpunkt, zeitstempel, erstellt, fecha, data, horodatage,"
    " tarih, дата, время, day, month, started, unixtime, updated, modified, at, on, ts"
)
# A date of something other than the customer's words.
LATER = _set(
    "erledigt, gelost, abgeschlossen, resolu, cerrado, chiuso, afgehandeld,"
    " updated, solved, last, due, reply, replied, birth, birthday, expiry, expires, sent,"
    " closed, modified, resolved, assigned, edited, response, responded, update"
)
