"""Portuguese."""

from __future__ import annotations

from wikifaq.transcript.words.fields import Words, listed, months, patterns, special

_SOME = "(#|dois|duas|três|quatro|cinco|seis|oito|dez|doze|poucos|poucas|alguns|algumas)"
_ABOUT = "(cerca de |aproximadamente |mais ou menos |menos de |uns |umas )?"
_UNITS = "(horas|dias|semanas|meses|trimestres|anos)"
_ONE = "(uma semana|um mês|um ano)"
_YEAR = """(semana|mês|ano|trimestre|primavera|verão|outono|inverno|segunda-feira|terça-feira|
    quarta-feira|quinta-feira|sexta-feira|sábado|domingo|@)"""
_PART = "(início|começo|meados|final|finais|fim)"
_DO = "(publicar|anunciar|lançar|partilhar|compartilhar|organizar|começar|apresentar)"
_DOING = "(planejando|trabalhando|preparando|considerando|avaliando|desenvolvendo|discutindo)"

PORTUGUESE = Words(
    code="pt",
    name="Portuguese",
    common=frozenset(
        listed("""
        de, a, o, que, e, do, da, em, um, para, com, não, uma, os, no, se, na, por, mais, as,
        dos, como, mas, ao, ele, das, à, seu, sua, ou, quando, muito, nos, já, eu, também, só,
        pelo, pela, até, isso, ela, entre, depois, sem, mesmo, aos, são, é, está, foi, ser,
        você, pode, há
        """)
    ),
    months=months("""
        janeiro jan, fevereiro fev, março mar, abril abr, maio mai, junho jun, julho jul,
        agosto ago, setembro set, outubro out, novembro nov, dezembro dez
    """),
    question_marks=listed("pergunta, perg, p"),
    answer_marks=listed("resposta, resp, r"),
    comment_marks=listed("comentário, c"),
    asking=listed("""
        gostaria de saber, queria saber, quero saber, eu gostaria de saber,
        como, quando, onde, quem, qual, quais, quanto, quanta, quantos, quantas, o que, o quê,
        que tipo, por que, por quê, porquê, porque é que, para que, a quem, de quem, com quem,
        para quem, de onde, aonde, para onde, desde quando, até quando, em que, em qual,
        em quais, de que, de qual, com que, com qual, a que, a qual, sobre o que, posso, devo,
        será que, seria possível, há algum, há alguma, é verdade que
    """),
    titles_that_ask=listed("""
        o que fazer, o que fazer se, não consigo, não posso, não encontro, não sei, esqueci,
        perdi, quero, queria, gostaria, tenho um, tenho uma, meu artigo, minha conta,
        minha página, minha edição, diferença entre, diferenças entre, a diferença entre,
        é possível, é necessário, é preciso, é obrigatório, é permitido, pode-se, preciso,
        tenho que, existe, tem como, há como
    """),
    follow_up=listed("""
        se não, se nao,
        pergunta complementar, pergunta de acompanhamento, pergunta adicional, se sim,
        se for assim, se for o caso, caso sim, caso contrário, em caso afirmativo,
        em caso negativo, e se, nesse caso, neste caso, sendo assim
    """),
    missing=listed("""
        sem pergunta, falta a pergunta, pergunta ausente, pergunta em falta,
        pergunta não indicada
    """),
    addressed=listed("para, pergunta para, pergunta a, pergunta ao, pergunta à"),
    update=listed("""
        atualização, atualizações, actualização, actualizações, novidades
    """),
    thanks=listed("""
        obrigado, obrigada, muito obrigado, muito obrigada, agradeço, valeu
    """),
    please=listed("""
        por favor, poderia, poderiam, proponho, sugiro, deveria, solicito, peço
    """),
    perishable=patterns(f"""
        em (poucos|poucas|alguns|algumas) {_UNITS},
        (dentro de|daqui a|daqui) {_ABOUT}({_SOME} {_UNITS}|{_ONE}|pouco),
        há {_ABOUT}({_SOME} {_UNITS}|{_ONE}|pouco tempo), ({_SOME} {_UNITS}|{_ONE}) atrás,
        {_YEAR} (que vem|passado|passada|próximo|próxima),
        (próximo|próxima|último|última) {_YEAR},
        (próximos|próximas|últimos|últimas) ({_SOME} )?{_UNITS},
        (este|deste|neste) (mês|ano|trimestre|verão|outono|inverno|fim de semana),
        (esta|desta|nesta) (semana|primavera|noite|tarde),
        até (o |ao )?{_PART} (de|do) (@|ano|mês|deste ano|próximo ano), (no|em|nos) {_PART} de @,
        (em|até|desde|para) @, atualmente, actualmente, no momento, neste momento, de momento,
        por enquanto, por agora, até agora, até o momento, até ao momento, até à data, até hoje,
        hoje, hoje em dia, amanhã, ontem, em breve, brevemente, recentemente, ultimamente,
        ainda não, não ~ainda, num futuro próximo, em um futuro próximo, no futuro próximo,
        estamos (ainda |atualmente )?({_DOING}|a planear|a trabalhar|a preparar|a avaliar|
        a discutir), (ainda )?(está|estão) em (andamento|curso|desenvolvimento|preparação|
        discussão|elaboração), planejamos, planeamos, pretendemos, tencionamos,
        temos (planos|a intenção), esperamos {_DO},
        (está|estão) (previsto|prevista|previstos|previstas|planejado|planejada), vamos {_DO},
        (publicaremos|anunciaremos|lançaremos|partilharemos|compartilharemos|organizaremos),
        (será|serão) (em breve )?(publicado|publicada|publicados|publicadas|anunciado|anunciada|
        anunciados|anunciadas|lançado|lançada|divulgado|divulgada)
    """),
    lasting=patterns(f"""
        até (breve|amanhã), o mais breve, no momento (em que|de|da|do|certo),
        neste momento em que, (vezes|vez|horas|dias) em {_SOME} {_UNITS},
        em {_SOME} {_UNITS} (de|com|que),
        (em |até |desde |para )?((o |ao |no )?{_PART} de )?(# de )?@( e @| a @)? (de )?#, # de @,
        (último|última) {_YEAR} (de|do|da) (cada|#), não ~ainda (mais|assim|que),
        não ~(e|mas|ou) ainda, de hoje para amanhã
    """),
    led_by=listed("""
        conduzido por, conduzida por, liderado por, liderada por, moderado por, moderada por,
        organizado por, organizada por, apresentado por, apresentada por, dirigido por,
        dirigida por, a cargo de
    """),
    answers=listed("responde, respondeu, respondem, responderam, resposta"),
    roles=frozenset(
        listed("""
        presidente, presidenta, vice-presidente, vice, diretor, diretora, director, directora,
        gerente, gestor, gestora, chefe, líder, responsável, coordenador, coordenadora,
        executivo, executiva, geral, adjunto, adjunta, interino, interina, conselheiro,
        conselheira, jurídico, jurídica, especialista, equipe, equipa, moderador, moderadora,
        nosso, nossa, seu, sua, o, a, os, as
        """)
    ),
    not_names=frozenset(
        listed("""
        p, r, c, q, pergunta, perguntas, resposta, respostas, comentário, comentários, nota,
        notas, nb, ps, obs, observação, observações, aviso, advertência, atenção, cuidado,
        importante, lembrete, exemplo, exemplos, resumo, conclusão, conclusões, resultado,
        resultados, fonte, fontes, referência, referências, ligação, ligações, link, links,
        ver, veja, dica, dicas, passo, passos, etapa, etapas, parte, opção, opções, problema,
        problemas, solução, soluções, motivo, motivos, razão, razões, causa, contexto,
        explicação, definição, detalhe, detalhes, descrição, esclarecimento, correção, tema,
        temas, assunto, data, hora, horário, local, duração, língua, idioma, idiomas, estado,
        versão, objetivo, objetivos, vantagem, vantagens, desvantagem, desvantagens, exceção,
        exceções, requisito, requisitos, atualização, atualizações, primeiro, primeira,
        segunda, terceiro, finalmente, depois, antes, então, além, também, agora, aqui, ali,
        assim, porém, contudo, mas, porque, pois, ou, se, sim, não, quando, onde, quem, que,
        como, qual, quais, quanto, por, para, com, em, sobre, este, esta, isto, estes, estas,
        esse, essa, isso, um, uma, há, é, são, obrigado, obrigada, olá, oi, seguinte,
        seguintes, editar, outro, outra
        """)
    ),
    user=frozenset(
        listed("""
        usuário, usuária, utilizador, utilizadora, usuário(a), utilizador(a)
        """)
    ),
    user_talk=frozenset(
        listed("""
        usuário discussão, usuária discussão, utilizador discussão, utilizadora discussão,
        usuário(a) discussão
        """)
    ),
    contributions=special("especial, special", "contribuições, contributions"),
    talk_links=frozenset(
        listed("""
        discussão, disc, disc., discutir, diga, fale comigo, msg, mensagens, contribs,
        contribuições
        """)
    ),
    unsigned=frozenset(
        listed("""
        não assinado, não-assinado, nao assinado, não assinou, nãoassinado, não assinado ip,
        nao-assinado, unsigned
        """)
    ),
    unseen_namespaces=frozenset(listed("categoria, ficheiro, arquivo, imagem")),
    talk_titles=frozenset(
        listed("""
        discussão, usuário discussão, usuária discussão, utilizador discussão,
        utilizadora discussão, usuário(a) discussão, wikipédia discussão, projeto discussão,
        ficheiro discussão, arquivo discussão, imagem discussão, mediawiki discussão,
        predefinição discussão, ajuda discussão, categoria discussão, portal discussão,
        módulo discussão
        """)
    ),
    faq_titles=listed("""
        perguntas frequentes, perguntas mais frequentes, perguntas comuns, dúvidas frequentes,
        dúvidas comuns, perguntas e respostas, faq
    """),
    closing_titles=frozenset(
        listed("""
        ver também, veja também, referências, ligações externas, ligações, links externos,
        links úteis, links, notas, notas e referências, bibliografia, fontes, contato,
        contacto, contatos, contactos, fale conosco, conteúdo, conteúdos, índice, sumário,
        mais informações, informações adicionais, leitura adicional, leituras adicionais,
        para saber mais, saiba mais, recursos, artigos relacionados, páginas relacionadas,
        temas relacionados, arquivo, arquivos, navegação, participantes, créditos, licença,
        agradecimentos, mais ajuda
        """)
    ),
)
