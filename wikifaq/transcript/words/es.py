"""Spanish."""

from __future__ import annotations

from wikifaq.transcript.words.fields import Words, listed, months, special

SPANISH = Words(
    code="es",
    name="Spanish",
    common=frozenset(
        listed("""
        de, la, que, el, en, y, los, del, se, las, por, un, para, con, no, una, su, al, lo,
        como, más, pero, sus, le, ya, este, sí, porque, esta, entre, cuando, muy, sin, sobre,
        también, me, hasta, hay, donde, quien, desde, todo, nos, ni, es, son, ser, está,
        puede, qué, si, esto, ha, fue, cómo
        """)
    ),
    months=months("""
        enero ene, febrero feb, marzo mar, abril abr, mayo may, junio jun, julio jul,
        agosto ago, septiembre setiembre sep sept set, octubre oct, noviembre nov, diciembre dic
    """),
    question_marks=listed("pregunta, preg, p"),
    answer_marks=listed("respuesta, resp, r"),
    comment_marks=listed("comentario, c"),
    asking=listed("""
        me gustaría saber, quisiera saber, quiero saber, me pregunto,
        qué, cómo, cuándo, dónde, quién, quiénes, cuál, cuáles, cuánto, cuánta, cuántos,
        cuántas, por qué, para qué, a qué, de qué, en qué, con qué, sobre qué, desde cuándo,
        hasta cuándo, a quién, a quiénes, de quién, con quién, para quién, de dónde, a dónde,
        adónde, a cuál, de cuál, en cuál, se puede saber, acaso, puedo, podría usted,
        podrían ustedes, debo, sería posible, será posible, hay algún, hay alguna, hay planes
    """),
    titles_that_ask=listed("""
        qué hacer si, qué hacer, no puedo, no encuentro, no sé, no me deja, he olvidado,
        olvidé, quiero, quisiera, me gustaría, tengo un, tengo una, necesito, mi artículo,
        mi cuenta, mi página, mi edición, diferencia entre, diferencias entre,
        la diferencia entre, como, cuando, donde, que hacer, es posible, es necesario,
        es obligatorio, se puede, se pueden, tengo que, existe algún, existe alguna
    """),
    follow_up=listed("""
        si no,
        pregunta de seguimiento, pregunta complementaria, repregunta, seguimiento, si es así,
        si no es así, en caso afirmativo, en caso negativo, en caso contrario, de ser así,
        de no ser así, y si, en ese caso, además de eso, si la respuesta
    """),
    missing=listed("""
        sin pregunta, falta la pregunta, pregunta ausente, pregunta no indicada, sin texto
    """),
    addressed=listed("para, pregunta para, pregunta a"),
    update=listed("actualización, actualizaciones, novedades"),
    thanks=listed("gracias, muchas gracias, mil gracias, muchísimas gracias"),
    please=listed("""
        por favor, podrías, podríais, podrían, propongo, sugiero, habría que, debería, deberían,
        debe, solicito
    """),
    led_by=listed("""
        moderación, modera, dirigido por, dirigida por, moderado por, moderada por, conducido
        por, conducida por, organizado por, organizada por, presentado por, presentada por, a
        cargo de, facilitado por, facilitada por
    """),
    answers=listed("""
        responde, respondió, responden, contesta, contestó, contestan
    """),
    roles=frozenset(
        listed("""
        presidente, presidenta, vicepresidente, vicepresidenta, director, directora, gerente,
        gerenta, jefe, jefa, líder, responsable, coordinador, coordinadora, encargado,
        encargada, oficial, ejecutivo, ejecutiva, general, adjunto, adjunta, interino,
        interina, asesor, asesora, jurídico, jurídica, especialista, equipo, moderador,
        moderadora, nuestro, nuestra, su, el, la, los, las
        """)
    ),
    not_names=frozenset(
        listed("""
        p, r, c, q, pregunta, preguntas, respuesta, respuestas, comentario, comentarios, nota,
        notas, nb, pd, posdata, aviso, advertencia, atención, cuidado, importante,
        recordatorio, ejemplo, ejemplos, resumen, conclusión, conclusiones, resultado,
        resultados, fuente, fuentes, referencia, referencias, enlace, enlaces, véase, ver,
        vea, consejo, consejos, paso, pasos, parte, opción, opciones, problema, problemas,
        solución, soluciones, motivo, motivos, razón, razones, causa, contexto, explicación,
        definición, detalle, detalles, descripción, aclaración, corrección, tema, temas,
        asunto, fecha, hora, horario, lugar, duración, idioma, idiomas, estado, versión,
        objetivo, objetivos, ventaja, ventajas, desventaja, desventajas, excepción,
        excepciones, requisito, requisitos, actualización, actualizaciones, primero, primera,
        tercero, finalmente, luego, después, antes, entonces, además, también, ahora, aquí,
        allí, así, sin, embargo, pero, aunque, porque, pues, o, sí, no, cuando, donde, quien,
        que, qué, cómo, cuándo, dónde, quién, cuál, por, para, con, en, sobre, según, este,
        esta, esto, estos, estas, ese, esa, eso, un, una, uno, hay, es, son, gracias, hola,
        saludos, siguiente, siguientes, editar, otro, otra
        """)
    ),
    user=frozenset(listed("usuario, usuaria")),
    user_talk=frozenset(listed("usuario discusión, usuaria discusión, usuario discusion")),
    contributions=special("especial, special", "contribuciones, contributions"),
    talk_links=frozenset(
        listed("""
        discusión, discusion, disc, disc., mensajes, hablemos, mi discusión, contribs.,
        háblame, dime, escríbeme, contribuciones
        """)
    ),
    unsigned=frozenset(
        listed("""
        no firmado, nofirmado, no firmado ip, sin firma, sinfirmar, sin firmar, nofirma,
        firma faltante, unsigned
        """)
    ),
    unseen_namespaces=frozenset(listed("categoría, archivo, imagen")),
    talk_titles=frozenset(
        listed("""
        discusión, usuario discusión, usuaria discusión, usuario discusion,
        wikipedia discusión, proyecto discusión, archivo discusión, imagen discusión,
        mediawiki discusión, plantilla discusión, ayuda discusión, categoría discusión,
        portal discusión, módulo discusión
        """)
    ),
    faq_titles=listed("""
        preguntas frecuentes, preguntas más frecuentes, preguntas habituales,
        preguntas comunes, preguntas y respuestas, faq
    """),
    closing_titles=frozenset(
        listed("""
        véase también, vease también, ver también, referencias, enlaces externos, enlaces,
        enlaces útiles, notas, notas y referencias, bibliografía, fuentes, contacto,
        contactos, contáctanos, contacta con nosotros, contenido, contenidos, índice,
        tabla de contenidos, más información, información adicional, lecturas adicionales,
        lectura adicional, para saber más, recursos, recursos adicionales,
        artículos relacionados, páginas relacionadas, temas relacionados, archivo, archivos,
        navegación, participantes, créditos, licencia, agradecimientos, más ayuda
        """)
    ),
)
