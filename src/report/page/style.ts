/** Style sheet of a report. */

import { FONT_FAMILY, HUES, INK } from "../../charts/frame/theme.ts";

/** Family of digits that are all of one width, for columns of numbers. */
export const FIGURES_FAMILY = "Stibium Figures";

const [BLUE, ORANGE, GREEN] = HUES.map(({ text }) => text);
const LETTERS = `"${FONT_FAMILY}", "Helvetica Neue", Arial, sans-serif`;
const PALE = "#f6f7f9";

/** CSS of the page: one column, steps of 4 px, the greys and hues of the charts. */
export const STYLE = `
:root{color-scheme:light;--ink:${INK.title};--text:${INK.mark};--quiet:${INK.text};--line:${INK.grid};--edge:${INK.axis};--pale:${PALE};--link:${BLUE}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:#fff;color:var(--text);font:400 1rem/1.6 ${LETTERS};overflow-wrap:break-word}
main,.top,.foot{max-width:78rem;margin:0 auto;padding:0 clamp(1rem,4vw,3rem)}
h1,h2,h3,h4{color:var(--ink);font-weight:600;line-height:1.25;margin:0;text-wrap:balance}
h1{font-size:clamp(1.6rem,1.1rem + 2.2vw,2.5rem);letter-spacing:-.015em;max-width:32ch}
h2{font-size:clamp(1.35rem,1.1rem + 1vw,1.75rem);letter-spacing:-.01em;margin-bottom:1rem}
h3{font-size:1.2rem;margin:2rem 0 .5rem}
h4{font-size:1rem;margin:1.25rem 0 .25rem}
p,ul,dl,pre{margin:0 0 1rem}
p,li{max-width:72ch}
ul{padding-left:1.25rem}
li{margin-bottom:.4rem}
strong{color:var(--ink);font-weight:600}
a{color:var(--link);text-underline-offset:.15em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid ${ORANGE};outline-offset:2px;border-radius:2px}
code,pre{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.875em}
code{overflow-wrap:anywhere}
pre{background:var(--pale);border:1px solid var(--line);border-radius:6px;padding:.75rem 1rem;overflow-x:auto}
pre code{overflow-wrap:normal}
small{font-size:.8em;font-weight:400}
.skip{position:absolute;left:-100vw;top:.5rem;background:#fff;padding:.5rem 1rem;z-index:1}
.skip:focus{left:1rem}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.top{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;justify-content:space-between;padding-top:1.25rem;padding-bottom:1.25rem;color:var(--quiet);font-size:.875rem}
.top b{color:var(--ink);font-weight:600}
.top p{margin:0}
.answer{padding:1.5rem 0 2rem}
.kind{color:var(--quiet);font-size:.875rem;margin:0 0 .5rem}
.verdict-words{font-size:clamp(1.05rem,1rem + .4vw,1.25rem);line-height:1.55;color:var(--ink);margin:1.25rem 0 0}
.verdict-words p{max-width:66ch;margin-bottom:.75rem}
.glance{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,12rem),1fr));gap:1.25rem 2rem;border-top:2px solid var(--ink);padding-top:1.25rem;margin:1.5rem 0 .75rem}
.glance dt{min-height:2.8em;display:flex;align-items:end;color:var(--quiet);font-size:.875rem;line-height:1.4}
.glance dd{margin:0}
.glance strong{display:block;font-size:1.75rem;line-height:1.3;letter-spacing:-.01em}
.glance span{font-size:.875rem;line-height:1.45;display:block}
.aside{color:var(--quiet);font-size:.875rem}
.contents{border-top:1px solid var(--line);border-bottom:1px solid var(--line);padding:1rem 0}
.contents ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
.contents li{margin:0}
.answers{margin:1.5rem 0 0;padding-left:1.5rem}
.answers li{margin:0 0 1.25rem;max-width:72ch}
.answers a{font-weight:600}
.answers p{margin:.35rem 0 0}
.contents a{display:inline-block;padding:.25rem 0}
.part{padding-top:3rem}
.batch>.part{padding-top:2rem}
.batch{padding-top:3.5rem}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,28rem),1fr));gap:1.5rem 3rem}
.cards article{border-top:2px solid var(--line);padding-top:.75rem}
.cards h3,.cards h4{margin:0;font-size:1.1rem}
.asked{color:var(--quiet);font-style:normal;margin:.25rem 0 .75rem}
.tag{font-size:.8rem;font-weight:400;color:var(--quiet);white-space:nowrap}
.wide{overflow-x:auto;margin:0 0 1rem;border-radius:2px}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.4}
caption{text-align:left;color:var(--quiet);font-size:.875rem;padding-bottom:.5rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line);font-weight:400}
thead th{color:var(--quiet);border-bottom-color:var(--edge);vertical-align:bottom;font-size:.85rem}
tbody th{color:var(--ink);min-width:11rem}
.group th{font-weight:600;padding-top:1.1rem;border-bottom-color:var(--edge)}
.group .flat{font-weight:400;color:var(--text)}
.number{text-align:right;font-family:"${FIGURES_FAMILY}",${LETTERS};font-variant-numeric:tabular-nums;white-space:nowrap;padding-left:.75rem}
thead .number{white-space:normal;font-family:${LETTERS}}
th:last-child,td:last-child{padding-right:.25rem}
strong.verdict{color:var(--ink);font-weight:600}
.basis{white-space:nowrap}
.basis::before{content:"";display:inline-block;width:.6em;height:.6em;margin-right:.4em;border:2px solid ${ORANGE}}
.basis.reported::before{background:${GREEN};border-color:${GREEN}}
.basis.estimated::before{border-color:${GREEN};border-radius:50%}
.chart{padding-top:2.5rem}
.part>h2+.chart,.part>h3+.chart{padding-top:0}
.chart h3,.chart h4{margin:0 0 .5rem;font-size:1.3rem;max-width:48ch}
figure{margin:0}
.reading,figcaption{color:var(--quiet);font-size:.875rem;max-width:95ch}
.picture{border:1px solid var(--line);border-radius:6px;padding:.5rem}
.picture svg{display:block;width:100%;min-width:52rem;height:auto}
.beside{display:flex;flex-wrap:wrap;gap:.25rem 2rem;justify-content:space-between;align-items:baseline;margin-top:.75rem}
.beside details{flex:1 1 24rem;min-width:0}
.files{margin:0;font-size:.9rem}
.files a{display:inline-block;padding:.25rem .5rem .25rem 0}
details{margin:0 0 .75rem}
summary{cursor:pointer;color:var(--link);padding:.25rem 0;max-width:72ch}
summary:hover{text-decoration:underline}
details[open]>summary{margin-bottom:.5rem}
.foot{border-top:1px solid var(--line);margin-top:4rem;padding-top:1.25rem;padding-bottom:3rem;color:var(--quiet);font-size:.875rem}
@media print{
@page{margin:16mm 14mm}
html{font-size:9pt}
body{line-height:1.45}
main,.top,.foot{max-width:none;padding-left:0;padding-right:0}
.skip,.contents,.files{display:none}
a{color:inherit;text-decoration:none}
.part{padding-top:1.75rem}
.answer{padding:.5rem 0 1rem}
h1{font-size:20pt}h2{font-size:15pt}h3,.chart h3,.chart h4{font-size:12pt}
h1,h2,h3,h4,.kind,.reading,caption,summary{break-after:avoid}
.chart,tr,.cards article,.glance div,pre{break-inside:avoid}
.chart{padding-top:1rem}
.chart details{display:none}
.wide{overflow:visible}
.picture{border:0;padding:0}
.picture svg{min-width:0}
table{font-size:8pt}
tbody th{min-width:0}
details.kept::details-content{content-visibility:visible;block-size:auto}
summary{color:var(--ink)}
pre{white-space:pre-wrap}
p{orphans:3;widows:3}
}
`;
