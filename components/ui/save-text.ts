/** Gives a text to the person as a file. */
export function saveText(fileName: string, text: string, type = "text/plain"): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}

/** @returns a name that every file system takes: "Add to mailing list" becomes `add-to-mailing-list.json` */
export function fileNameOf(name: string, extension: string): string {
  const plain = name
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{Mn}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return `${plain || "automation"}.${extension}`;
}
