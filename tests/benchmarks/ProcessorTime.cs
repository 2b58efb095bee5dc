using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Stratus.Benchmarks;

/// <summary>What a process costs, whoever else keeps the machine busy.</summary>
internal static partial class ProcessorTime
{
    private const int Children = -1;

    /// <summary>
    /// The processor time of a running process in milliseconds, exact to less than a microsecond: that of all its threads, also
    /// of those that have ended or run at the moment. Null where the system does not tell; only Linux does.
    /// </summary>
    public static double? Of(Process process) =>
        OperatingSystem.IsLinux() && GetTime(ClockOf(process.Id), out var time) == 0 ? time.Seconds * 1e3 + time.Nanoseconds / 1e6 : null;

    /// <summary>The time of all processes that this one has started and that have ended, in milliseconds; null where the system does not tell.</summary>
    public static double? OfEndedChildren()
    {
        if (!OperatingSystem.IsLinux() || GetUsage(Children, out var usage) != 0)
        {
            return null;
        }

        return (usage.UserSeconds + usage.SystemSeconds) * 1e3 + (usage.UserMicroseconds + usage.SystemMicroseconds) / 1e3;
    }

    // As clock_getcpuclockid makes it. /proc has the same figures for each thread, some of them as of the last tick.
    private static int ClockOf(int processId) => (~processId << 3) | 2;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Time time);

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, out Usage usage);

    /// <summary>Linux's <c>struct timespec</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }

    /// <summary>The beginning of Linux's <c>struct rusage</c>, in its full size.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
