namespace Stratus.Server.Tests.InProcess;

/// <summary>The server ends with the process of its client: the one that it was told of, and no other.</summary>
public sealed class ClientProcessTests
{
    [Theory]
    [InlineData("null", new int[0])]
    [InlineData("4711", new[] { 4711 })]
    public async Task The_process_of_the_client_is_watched_if_it_has_one(string processId, int[] watched)
    {
        using var server = await InProcessServer.StartAsync(processId: processId);
        Assert.Equal(watched, server.Watched);
    }
}
