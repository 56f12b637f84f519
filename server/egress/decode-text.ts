/** @returns the bytes as text, in the charset the content type names where we know it, else in UTF-8. */
export function decodeText(bytes: Buffer, contentType = ""): string {
  const [, charset = "utf-8"] = /charset="?([\w.:-]+)/i.exec(contentType) ?? [];
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
