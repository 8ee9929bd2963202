import { escapeHtml } from '../../src/simulate/write-html.ts'
import type { Random } from '../../src/simulate/random.ts'

/** How scammers keep text from the eye and not from software. In: name, for classes and ids; words, as markup. */
const HIDING: Readonly<Record<string, (words: string, name: string) => string>> = {
  display: (words) => `<div style="display:none">${words}</div>`,
  display_important: (words) => `<div style="display:none !important;display:block">${words}</div>`,
  class: (words, name) => `<style>.${name}{display:none}</style><div class="${name}">${words}</div>`,
  id: (words, name) => `<style>#${name} { visibility : hidden; height:0 }</style><div id="${name}">${words}</div>`,
  tag: (words) => `<style>section{display:none}</style><section>${words}</section>`,
  media: (words, name) => `<style>@media screen{.${name}{display:none}}</style><div class="${name}">${words}</div>`,
  descendant: (words, name) =>
    `<style>div.${name} p span{display:none}</style><div class="${name}"><p><span>${words}</span></p></div>`,
  visibility: (words) => `<div style="visibility:hidden">${words}</div>`,
  attribute: (words) => `<div hidden>${words}</div>`,
  opacity: (words) => `<div style="opacity:0.01">${words}</div>`,
  font_size: (words) => `<p style="font-size:0">${words}</p>`,
  font_size_1px: (words) => `<p style="font-size:1px;line-height:1px">${words}</p>`,
  height: (words) => `<div style="height:0;overflow:hidden">${words}</div>`,
  max_height: (words) => `<div style="max-height:0px;overflow:hidden;mso-hide:all">${words}</div>`,
  white: (words) => `<div style="background:#ffffff"><span style="color:#fff">${words}</span></div>`,
  nearly_white: (words) => `<table bgcolor="#FFFFFF"><tr><td style="color:#fefefe">${words}</td></tr></table>`,
  font_tag: (words) => `<font color="white">${words}</font>`,
  transparent: (words) => `<p style="color:transparent">${words}</p>`,
  rgba: (words) => `<p style="color:rgba(0,0,0,0)">${words}</p>`,
  indent: (words) => `<p style="text-indent:-9999px;white-space:nowrap;overflow:hidden">${words}</p>`,
  off_screen: (words) => `<div style="position:absolute;left:-10000px;top:auto">${words}</div>`,
  clip: (words) => `<div style="position:absolute;clip:rect(0,0,0,0);overflow:hidden">${words}</div>`,
  pushed_down: (words) => `<div style="margin-top:60000px">${words}</div>`,
  template: (words) => `<template>${words}</template>`,
  noscript: (words) => `<style>noscript{display:none}</style><noscript>${words}</noscript>`,
  comment: (words) => `<!-- ${words} -->`,
  details: (words) => `<details><summary>…</summary>${words}</details>`,
  zero_table: (words) => `<table style="display:none"><tr><td>${words}</td></tr></table>`,
}

export type Hiding = keyof typeof HIDING
export const HIDINGS = Object.keys(HIDING)

/** Words where nobody sees them. */
export function hiddenWords(how: string, words: readonly string[], chance: Random): string {
  const hide = HIDING[how]
  if (!hide) throw new Error(`nothing hides by ${how}`)
  return hide(words.map(escapeHtml).join(' '), `x${chance.hex(5)}`)
}
