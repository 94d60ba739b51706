const entities: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, character => entities[character] ?? '')
}

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
