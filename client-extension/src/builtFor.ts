/** The system an executable was built for, in Node's words (`process.platform`, `process.arch`). */
export interface BuiltFor {
  readonly platform: "linux" | "darwin" | "win32";
  /** Null for a processor that Stratus is not built for, and for a file that holds several. */
  readonly arch: string | null;
}

/** How many bytes of a file {@link builtFor} needs. */
export const headerLength = 4096;

const elfMachines = new Map([
  [0x03, "ia32"],
  [0x28, "arm"],
  [0x3e, "x64"],
  [0xb7, "arm64"],
  [0xf3, "riscv64"],
]);
const machOProcessors = new Map([
  [0x01000007, "x64"],
  [0x0100000c, "arm64"],
]);
const peMachines = new Map([
  [0x014c, "ia32"],
  [0x8664, "x64"],
  [0xaa64, "arm64"],
]);

/**
 * Reads the first bytes of an executable (ELF, Mach-O or PE).
 * Null for anything else: a script, for example, runs wherever its interpreter does.
 *
 * The system itself does not tell: Linux passes a program for another processor to the shell,
 * which then reports syntax errors in it.
 */
export function builtFor(header: Buffer): BuiltFor | null {
  if (header.length < 20) return null;
  const magic = header.readUInt32BE(0);
  if (magic === 0x7f454c46) {
    const littleEndian = header[5] === 1;
    const machine = littleEndian ? header.readUInt16LE(18) : header.readUInt16BE(18);
    return { platform: "linux", arch: elfMachines.get(machine) ?? null };
  }
  if (magic === 0xcffaedfe) {
    return { platform: "darwin", arch: machOProcessors.get(header.readUInt32LE(4)) ?? null };
  }
  if (magic === 0xcafebabe) return { platform: "darwin", arch: null };
  if (header.toString("latin1", 0, 2) === "MZ") return portableExecutable(header);
  return null;
}

function portableExecutable(header: Buffer): BuiltFor | null {
  if (header.length < 0x40) return null;
  const at = header.readUInt32LE(0x3c);
  if (at + 6 > header.length || header.toString("latin1", at, at + 4) !== "PE\0\0") return null;
  return { platform: "win32", arch: peMachines.get(header.readUInt16LE(at + 4)) ?? null };
}

/** Whether a program for one system starts on another, emulation of the system's own included. */
export function runsOn(program: BuiltFor, platform: NodeJS.Platform, arch: string): boolean {
  if (program.platform !== platform) return false;
  if (program.arch === null || program.arch === arch) return true;
  // Rosetta and Windows on Arm run x64 programs.
  return platform !== "linux" && program.arch === "x64" && arch === "arm64";
}
