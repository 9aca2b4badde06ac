"""Which languages are read where a language has no words of its own, as MediaWiki knows them."""

from __future__ import annotations

_RENAMED = """
    als:gsw bat-smg:sgs be-x-old:be-tarask fiu-vro:vro roa-rup:rup simple:en sr-ec:sr-cyrl
    sr-el:sr-latn zh-classical:lzh zh-min-nan:nan zh-yue:yue
"""

_FALLBACKS = """
    ab:ru abs:id ace:id ady:ady-cyrl aeb:aeb-arab aeb-arab:ar aln:sq alt:ru
    ami:zh-tw,zh-hant,zh,zh-hans an:es anp:hi arn:es arq:ar ary:ar arz:ar ast:es atj:fr av:ru
    avk:fr,es,ru awa:hi ay:es azb:fa ba:ru ban:id bar:de bbc:bbc-latn bbc-latn:id bcc:fa bci:fr
    bgn:fa bh:bho bi:en bjn:id blk:my bm:fr bpy:bn bqi:fa btm:id bug:id bxr:ru ca:oc cbk-zam:es
    cdo:nan,zh-hant,zh,zh-hans ce:ru co:it crh:crh-latn crh-cyrl:ru cs:sk csb:pl cv:ru
    dsb:hsb,de dtp:ms dty:ne egl:it eml:it ext:es fit:fi fon:fr frc:fr frp:fr frr:de fur:it
    gag:tr gan:gan-hant,gan-hans,zh-hant,zh,zh-hans gan-hans:gan,gan-hant,zh-hans,zh,zh-hant
    gan-hant:gan,gan-hans,zh-hant,zh,zh-hans gcr:fr gl:pt gld:ru glk:fa gn:es gom:gom-deva
    gom-deva:hi gor:id gsw:de guc:es hak:zh-hant,zh,zh-hans hif:hif-latn hrx:de hsb:dsb,de
    hsn:zh-cn,zh-hans,zh,zh-hant ht:fr hyw:hy ii:zh-cn,zh-hans,zh,zh-hant ike-cans:iu
    ike-latn:iu inh:ru io:eo iu:ike-cans jam:en jut:da jv:id kaa:kk-latn,kk-cyrl kab:fr
    kbd:kbd-cyrl kbp:fr kea:pt khw:ur kiu:tr kjp:my kk:kk-cyrl kk-arab:kk,kk-cyrl
    kk-cn:kk-arab,kk,kk-cyrl kk-kz:kk-cyrl,kk kk-latn:kk,kk-cyrl kk-tr:kk-latn,kk,kk-cyrl kl:da
    koi:ru krc:ru krl:fi ks:ks-arab ksh:de ksw:my ku:ku-latn ku-arab:ku,ckb kum:ru kv:ru lad:es
    lb:de lbe:ru lez:ru,az li:nl lij:it liv:et lki:fa lld:it,rm,fur lmo:pms,eml,lij,vec,it ln:fr
    lrc:fa ltg:lv luz:fa lzh:zh-hant,zh,zh-hans lzz:tr mad:id mai:hi map-bms:jv,id mdf:myv,ru
    mg:fr mhr:mrj,ru min:id mnw:my mo:ro mrj:mhr,ru mwl:pt myv:mdf,ru mzn:fa nah:es
    nan:cdo,zh-hant,zh,zh-hans nap:it nb:no,nn nds:de nds-nl:nl nia:id nn:no,nb nrm:nrf,fr
    oc:ca,fr olo:fi os:ru pcd:fr pdc:de pdt:de pfl:de pih:en pms:it pnt:el pt:pt-br
    pwn:zh-tw,zh-hant,zh,zh-hans qu:qug,es qug:qu,es rgn:it rmy:ro roa-tara:it rsk:sr-ec,sr-cyrl
    rue:uk,ru rup:ro ruq:ruq-latn,ro ruq-cyrl:mk ruq-latn:ro sa:hi sah:ru scn:it sco:en sdc:it
    sdh:cbk,fa se:nb,fi se-fi:se,fi,sv se-no:se,nb,nn se-se:se,sv ses:fr sg:fr sgs:lt
    sh:bs,sr-el,sr-latn,hr sh-latn:sh,bs,hr,sr-latn,sr-el,sh-cyrl,sr-cyrl,sr-ec shi:shi-latn,fr
    shy:shy-latn shy-latn:fr sjd:ru sk:cs skr:skr-arab skr-arab:ur,pnb sli:de smn:fi
    sr:sr-ec,sr-cyrl sr-ec:sr-cyrl,sr sr-el:sr-latn,sr srn:nl sro:it stq:de sty:ru su:id szl:pl
    szy:zh-tw,zh-hant,zh,zh-hans tay:zh-tw,zh-hant,zh,zh-hans tcy:kn tet:pt tg:tg-cyrl
    trv:zh-tw,zh-hant,zh,zh-hans tt:tt-cyrl,ru tt-cyrl:ru ty:fr tyv:ru udm:ru ug:ug-arab vec:it
    vep:et vls:nl vmf:de vmw:pt vot:fi vro:et wa:fr wls:fr wo:fr wuu:zh-hans,zh,zh-hant xal:ru
    xmf:ka yi:he za:zh-hans,zh,zh-hant zea:nl zgh:kab zh:zh-hans,zh-hant,zh-cn,zh-tw,zh-hk
    zh-cn:zh-hans,zh,zh-hant zh-hans:zh-cn,zh,zh-hant zh-hant:zh-tw,zh-hk,zh,zh-hans
    zh-hk:zh-hant,zh-tw,zh,zh-hans zh-mo:zh-hk,zh-hant,zh-tw,zh,zh-hans
    zh-my:zh-sg,zh-hans,zh-cn,zh,zh-hant zh-sg:zh-hans,zh-cn,zh,zh-hant
    zh-tw:zh-hant,zh-hk,zh,zh-hans
"""


def _table(text: str) -> dict[str, tuple[str, ...]]:
    rows = (row.split(":") for row in text.split())
    return {code: tuple(others.split(",")) for code, others in rows}


RENAMED = {code: others[0] for code, others in _table(_RENAMED).items()}
"""Codes of wikis under the names that others know (includes/language/LanguageCode.php)."""

FALLBACKS = _table(_FALLBACKS)
"""A code's fallbacks in their order (``$fallback`` in languages/messages/Messages*.php).

Those are left out that come of a code by leaving out its end, as pt of pt-br.
"""
