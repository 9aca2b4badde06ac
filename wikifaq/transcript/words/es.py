"""Spanish."""

from __future__ import annotations

from wikifaq.transcript.words.fields import Words, listed, months, patterns, special

_SOME = """(#|dos|tres|cuatro|cinco|seis|ocho|diez|doce|unos|unas|unos pocos|unas pocas|pocos|
    pocas|varios|varias|algunos|algunas)"""
_ABOUT = "(aproximadamente |cerca de |alrededor de |menos de |unos |unas )?"
_UNITS = "(horas|días|semanas|meses|trimestres|años)"
_ONE = f"(una semana|un mes|un año|un par de {_UNITS})"
_YEAR = """(semana|mes|año|trimestre|primavera|verano|otoño|invierno|lunes|martes|miércoles|
    jueves|viernes|sábado|domingo|@)"""
_PART = "(principios|comienzos|mediados|finales|fines)"
_DO = "(publicar|anunciar|lanzar|compartir|organizar|empezar|comenzar|presentar)"

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
    perishable=patterns(f"""
        en (unos|unas|unos pocos|unas pocas|pocos|pocas) {_UNITS},
        dentro de {_ABOUT}({_SOME} {_UNITS}|{_ONE}|poco),
        hace {_ABOUT}({_SOME} {_UNITS}|{_ONE}|poco),
        {_YEAR} (que viene|próximo|próxima|pasado|pasada),
        (próximo|próxima|pasado|pasada|último|última|presente) {_YEAR},
        (próximos|próximas|últimos|últimas|pasados|pasadas) ({_SOME} )?{_UNITS},
        (este|esta) (mismo |misma )?{_YEAR}, (esta mañana|esta tarde|esta noche),
        (a |hasta |antes de |para )?{_PART} de (@|año|mes|este {_YEAR}|esta {_YEAR}),
        antes de (fin|que acabe|que termine) (de|el) (año|mes), (en|para|hasta|desde) @,
        actualmente, en este momento, en estos momentos, por ahora, por el momento, de momento,
        hoy, hoy en día, a día de hoy, hasta ahora, hasta la fecha, hasta el momento, mañana,
        ayer, anoche, pasado mañana, muy pronto, próximamente, en breve, recientemente,
        últimamente,
        pronto (se|habrá|tendremos|estará|estarán|podremos|podrán|publicaremos|anunciaremos),
        todavía no, aún no, no ~(todavía|aún), en un futuro (próximo|cercano),
        en el futuro próximo, estamos (planeando|planificando|trabajando en|considerando|
        preparando|evaluando|desarrollando|estudiando),
        (aún |todavía )?(está|están) en (desarrollo|preparación|curso|proceso|marcha), planeamos,
        tenemos (previsto|la intención|planes|pensado), esperamos {_DO},
        (está|están) (previsto|prevista|previstos|previstas|planeado|planeada), vamos a {_DO},
        (publicaremos|anunciaremos|lanzaremos|compartiremos|organizaremos|comenzaremos|
        presentaremos), se (publicará|publicarán|anunciará|anunciarán|lanzará|lanzarán),
        (será|serán) (publicado|publicada|publicados|publicadas|anunciado|anunciada|anunciados)
    """),
    lasting=patterns(f"""
        hasta (pronto|mañana), tan pronto, (por|de|en|cada|toda|la|una|media) (la )?mañana,
        (veces|vez|horas|días) en {_SOME} {_UNITS},
        en {_SOME} {_UNITS} (de|con|en los|en las|que),
        (a |en |para |hasta |desde |antes de )?({_PART} de )?(# de )?@( y @| a @)? (de |del )?#,
        # de @, en este momento (de|en que), hasta el momento (de|en que),
        (último|última|pasado|pasada) {_YEAR} (de|del) (cada|la|#), aún no obstante,
        no ~(aún|todavía) (más|así|cuando|menos), no ~(y|pero|ni|o) (aún|todavía)
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
