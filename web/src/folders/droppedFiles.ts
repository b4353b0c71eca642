/** A dropped file and the folders it came in, such as DCIM/100GOPRO; empty for a file that was dropped alone. */
export interface DroppedFile {
  file: File;
  folder: string;
}

/** All files of a drop, those in folders too. Must be called in the drop event itself: what it holds is gone afterwards. */
export async function droppedFiles(data: DataTransfer): Promise<DroppedFile[]> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  return entries.length > 0 ? readAll(entries, '') : [...data.files].map((file) => ({ file, folder: '' }));
}

async function readAll(entries: FileSystemEntry[], folder: string): Promise<DroppedFile[]> {
  const found: DroppedFile[] = [];
  // As in folders that are chosen, hidden ones are left away.
  for (const entry of entries.filter(({ name }) => !name.startsWith('.'))) {
    if (isFile(entry)) found.push({ file: await fileOf(entry), folder });
    else if (isFolder(entry)) found.push(...await readAll(await entriesOf(entry), join(folder, entry.name)));
  }
  return found;
}

// Chromium has no classes by these names to ask 'instanceof' for.
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const join = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject));

/** A browser gives a folder's entries a hundred at a time, until it gives none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
