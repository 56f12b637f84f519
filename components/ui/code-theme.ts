import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/**
 * The looks of code, from the same colours as everything else.
 *
 * @param dark whether the app shows its dark theme
 */
export function codeTheme(dark: boolean): Extension {
  return [EditorView.theme(looks, { dark }), syntaxHighlighting(highlight)];
}

const looks = {
  "&": { backgroundColor: "transparent", color: "var(--foreground)" },
  "&.cm-focused": { outline: "2px solid color-mix(in oklch, var(--ring) 40%, transparent)", outlineOffset: "-1px" },
  ".cm-content": { fontFamily: "var(--font-mono)", caretColor: "var(--foreground)", padding: "8px 0" },
  ".cm-gutters": {
    backgroundColor: "transparent",
    color: "var(--muted-foreground)",
    border: "none",
    paddingLeft: "4px",
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in oklch, var(--accent) 55%, transparent)" },
  ".cm-cursor": { borderLeftColor: "var(--foreground)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, ::selection": {
    backgroundColor: "color-mix(in oklch, var(--primary) 24%, transparent)",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--popover)",
    color: "var(--popover-foreground)",
    border: "1px solid var(--border)",
    borderRadius: "8px",
    overflow: "hidden",
  },
  ".cm-tooltip-autocomplete > ul > li": { padding: "3px 8px", fontFamily: "var(--font-mono)" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--accent)",
    color: "var(--accent-foreground)",
  },
  ".cm-completionDetail": { color: "var(--muted-foreground)", fontStyle: "normal" },
};

const highlight = HighlightStyle.define([
  { tag: [tags.keyword, tags.controlKeyword, tags.moduleKeyword], color: "var(--state-waiting)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--state-succeeded)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--state-running)" },
  { tag: [tags.typeName, tags.className], color: "var(--category-records)" },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: "var(--category-functions)" },
  { tag: [tags.propertyName], color: "var(--category-tell)" },
  { tag: [tags.comment], color: "var(--muted-foreground)", fontStyle: "italic" },
  { tag: [tags.invalid], color: "var(--state-failed)" },
]);
