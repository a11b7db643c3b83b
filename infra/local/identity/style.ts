import { createHash } from 'node:crypto';
import { trusted } from './html.ts';
import type { Html } from './html.ts';

/** The one style sheet of the sign-in pages: a warm paper ground, a deep neutral in the dark, one serif. */
const STYLE = `
@font-face{font-family:Newsreader;src:url(/auth/assets/newsreader.woff2) format("woff2");font-weight:400;font-style:normal;font-display:swap}
@font-face{font-family:"Newsreader fallback";src:local("Georgia"),local("Gelasio"),local("DejaVu Serif");size-adjust:92%}
:root{color-scheme:light dark;--ground:#f1eee8;--ink:#26231f;--quiet:#655f56;--line:#8d867a;--accent:#7a3b22;--on-accent:#fbf8f3;--alarm:#9b1c1c}
@media (prefers-color-scheme:dark){:root{--ground:#1b1a19;--ink:#e9e4da;--quiet:#aaa398;--line:#7d766b;--accent:#e0a184;--on-accent:#201713;--alarm:#ff8d86}}
*{box-sizing:border-box}
html{font:400 1.125rem/1.5 Newsreader,"Newsreader fallback",Georgia,serif;background:var(--ground);color:var(--ink);font-optical-sizing:auto;text-size-adjust:100%;-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;min-height:100svh;display:grid;grid-template-rows:auto 1fr auto;padding:clamp(1.5rem,4vw,3.5rem) clamp(1.25rem,6vw,6rem)}
.mark{font-size:1.25rem;letter-spacing:.01em;justify-self:start}
a{color:inherit;text-decoration-color:var(--line);text-decoration-thickness:1px;text-underline-offset:.2em}
a:hover{text-decoration-color:currentColor}
.mark a{text-decoration:none;display:inline-block;padding:.45rem 0}
main{align-self:center;justify-self:center;width:100%;max-width:23rem;padding:3rem 0 12vh;overflow-wrap:anywhere}
h1{font-weight:400;font-size:clamp(2.25rem,1.9rem + 1.6vw,3rem);line-height:1.1;letter-spacing:-.015em;margin:0 0 .5rem;text-wrap:balance}
p{margin:0 0 1.25rem;text-wrap:pretty}
.lead,footer{color:var(--quiet)}
.lead{margin-bottom:2.25rem}
[role=alert]{margin:0 0 1.75rem;padding-left:.9rem;border-left:2px solid var(--alarm);color:var(--alarm)}
form{margin:0}
label{display:block;font-size:1rem;color:var(--quiet);margin:0 0 .1rem}
input{display:block;width:100%;font:inherit;font-size:1.1875rem;color:var(--ink);caret-color:var(--accent);background:none;border:0;border-bottom:1px solid var(--line);border-radius:0;padding:.4rem 0 .5rem;margin:0 0 1.6rem;min-height:2.75rem}
input:-webkit-autofill{-webkit-text-fill-color:var(--ink);box-shadow:0 0 0 99rem var(--ground) inset}
input:focus{outline:none;border-bottom-color:var(--accent);box-shadow:0 1px 0 var(--accent)}
input[aria-invalid=true]{border-bottom-color:var(--alarm)}
input[aria-invalid=true]:focus{box-shadow:0 1px 0 var(--alarm)}
button{font:inherit;font-size:1.125rem;color:var(--on-accent);background:var(--accent);border:1px solid var(--accent);border-radius:1px;padding:.6rem 1.75rem;min-height:3rem;cursor:pointer;margin:.6rem 0 0}
button.second{color:var(--ink);background:none;border-color:var(--line);margin-left:.75rem}
button:hover{text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.2em}
a:focus-visible,button:focus-visible{outline:2px solid var(--accent);outline-offset:3px}
footer{font-size:1rem;max-width:34rem}
footer p{margin:0}
code{font:.875em ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
@media (max-width:26rem){main{align-self:start;padding:9vh 0 3rem}button{width:100%}button.second{margin-left:0}}
@media (forced-colors:active){button{border:1px solid}}
@media print{button,footer{display:none}}
`;

/** The element that carries the style sheet, to the byte what the policy's hash was made from. */
export const STYLE_ELEMENT: Html = trusted(`<style>${STYLE}</style>`);

/** The source expression that lets exactly this style sheet through a content security policy. */
export const STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
