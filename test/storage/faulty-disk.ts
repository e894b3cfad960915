import type * as Disk from "../../src/storage/disk/disk.ts";

/** What goes wrong with an operation of the disk. */
export type Fault =
	/** the disk is full from here on; a write takes half its bytes first */
	| "full"
	/** this one operation fails, all others work; a write takes half its bytes first */
	| "failing"
	/** this one write takes half its bytes, and says so */
	| "short"
	/** the process is dead: half of a write is done, and nothing after it */
	| "dead";

/** An operation that was asked of the disk. */
export interface Operation {
	readonly name: string;
	/** whether it changes what is on disk, rather than looks at it */
	readonly changes: boolean;
}

/** What happened since the last call of `nextRun`. */
export const operations: Operation[] = [];
let fault: Fault = "full";
let at = Number.POSITIVE_INFINITY;

/** Counts from 0 again, with a fault to come at an operation; without one the disk is sound. */
export function nextRun(next: Fault = "full", place = Infinity): void {
	operations.length = 0;
	fault = next;
	at = place;
}

/** Thrown in place of every operation of a process that is dead. */
export class Dead extends Error {}

function failure(): Error {
	if (fault === "dead") return new Dead("the process is dead");
	const code = fault === "full" ? "ENOSPC" : "EIO";
	return Object.assign(new Error("the disk fails"), { code });
}

/** Notes an operation; false when it fails. */
function works(name: string, changes: boolean): boolean {
	const place = operations.push({ name, changes }) - 1;
	switch (fault) {
		case "full":
			return place < at || !changes;
		case "failing":
			return place !== at;
		case "short":
			return true;
		case "dead":
			return place < at;
	}
}

function faulty<Given extends unknown[], Answer>(
	name: string,
	changes: boolean,
	operate: (...given: Given) => Promise<Answer>,
): (...given: Given) => Promise<Answer> {
	return async (...given) => {
		if (works(name, changes)) return operate(...given);
		throw failure();
	};
}

/** The functions of `disk.ts`, each of which may fail. */
export function faultyDisk(real: typeof Disk): typeof Disk {
	return {
		...real,
		async openFile(path, mode) {
			if (!works(`open ${mode}`, mode !== "r")) throw failure();
			return faultyFile(await real.openFile(path, mode), mode);
		},
		readWhole: faulty("read whole", false, real.readWhole),
		renameFile: faulty("rename", true, real.renameFile),
		makeFolder: faulty("make folder", true, real.makeFolder),
		ensureFolder: faulty("ensure folder", true, real.ensureFolder),
		listFolder: faulty("list", false, real.listFolder),
		removeFile: faulty("remove file", true, real.removeFile),
		removeFolder: faulty("remove folder", true, real.removeFolder),
		linkFolder: faulty("link", true, real.linkFolder),
	};
}

/** A file whose bytes are not synced, for no test cuts the power. */
function faultyFile(file: Disk.OpenFile, mode: Disk.OpenMode): Disk.OpenFile {
	return {
		size: faulty("size", false, () => file.size()),
		read: faulty(`read ${mode}`, false, (...given) => file.read(...given)),
		sync: faulty("sync", true, async () => {}),
		/** the descriptor goes, whatever happens: a dead process has none */
		async close() {
			await file.close();
			if (!works(`close ${mode}`, mode !== "r")) throw failure();
		},
		async write(bytes, offset) {
			const isFaulty = operations.length === at;
			const isDone = works(`write ${mode}`, true);
			if (!isFaulty && isDone) return file.write(bytes, offset);
			const half = offset + ((bytes.length - offset) >> 1);
			const written =
				isFaulty && half > offset
					? await file.write(bytes.subarray(0, half), offset)
					: 0;
			if (isDone && written > 0) return written;
			throw failure();
		},
	};
}
