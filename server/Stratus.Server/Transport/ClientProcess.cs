using System.Diagnostics;

namespace Stratus.Server.Transport;

/// <summary>Watches the process of the client, so that the server does not outlive an editor that had no time to say goodbye.</summary>
internal static class ClientProcess
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Completes when the process has ended, at most a second or so later.</summary>
    internal static async Task WaitForEndAsync(int id, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Interval);
        while (IsAlive(id))
        {
            await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false);
        }
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited && !IsZombie(id);
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (Exception problem) when (problem is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            // It may not be looked at, so it is there.
            return true;
        }
    }

    /// <summary>True for a process that has ended and that its parent has not asked after yet: Linux still lists it.</summary>
    private static bool IsZombie(int id)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat.AsSpan(stat.LastIndexOf(')') + 1).TrimStart() is ['Z' or 'X', ..];
        }
        catch (IOException)
        {
            return false;
        }
    }
}
