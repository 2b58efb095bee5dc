using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Stratus.Benchmarks;

/// <summary>What a process costs, whoever else keeps the machine busy.</summary>
internal static partial class ProcessorTime
{
    private const int Children = -1;

    /// <summary>
    /// The time that the threads of a running process have spent on a processor, in milliseconds, exact to a microsecond or
    /// so once they sleep; null where the system does not tell (only Linux does, and it forgets threads that have ended).
    /// </summary>
    public static double? Of(Process process)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var nanoseconds = 0L;
        foreach (var thread in Directory.EnumerateDirectories($"/proc/{process.Id}/task"))
        {
            try
            {
                var text = File.ReadAllText($"{thread}/schedstat");
                nanoseconds += long.Parse(text.AsSpan(0, text.IndexOf(' ')), CultureInfo.InvariantCulture);
            }
            catch (IOException)
            {
                // It has ended since it was listed.
            }
        }

        return nanoseconds / 1e6;
    }

    /// <summary>The time of all processes that this one has started and that have ended, in milliseconds; null where the system does not tell.</summary>
    public static double? OfEndedChildren()
    {
        if (!OperatingSystem.IsLinux() || GetUsage(Children, out var usage) != 0)
        {
            return null;
        }

        return (usage.UserSeconds + usage.SystemSeconds) * 1e3 + (usage.UserMicroseconds + usage.SystemMicroseconds) / 1e3;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, out Usage usage);

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
