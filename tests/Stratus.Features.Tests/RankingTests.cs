namespace Stratus.Features.Tests;

/// <summary>
/// The order of the list is measured: what a student types, and the item that he means. The table says what is meant, not
/// what the program does; it is not to be bent to the program.
/// </summary>
public sealed class RankingTests(ITestOutputHelper output)
{
    /// <summary>What is typed in prose, and the id that is meant; several where a student would be content with any of them.</summary>
    private const string Prose =
        """
        transit = transit-gateway
        tran = transit-gateway
        transit gat = transit-gateway
        direct = direct-connect
        direct c = direct-connect
        load bal = elastic-load-balancing nlb alb gwlb
        network l = nlb
        application l = alb
        gateway l = gwlb
        classic l = clb
        elastic l = elastic-load-balancing
        nlb = nlb
        alb = alb
        gwlb = gwlb
        elb = elastic-load-balancing
        cloudfr = cloudfront
        cloudf = cloudfront
        cloudw = cloudwatch
        cloudt = cloudtrail
        cloudfo = cloudformation
        cfn = cloudformation
        front = cloudfront
        rou = route-53
        route = route-53
        r53 = route-53
        resolver = route-53-resolver
        vpc = vpc
        vp = vpc
        vpc p = vpc-peering
        peering = vpc-peering
        vpc e = vpc-endpoint
        flow l = vpc-flow-logs
        lattice = vpc-lattice
        nat = nat-gateway
        inter = internet-gateway
        igw = internet-gateway
        tgw = transit-gateway
        vgw = virtual-private-gateway
        virtual p = virtual-private-gateway
        cgw = customer-gateway
        customer = customer-gateway
        eni = eni
        elastic n = eni
        elastic ip = elastic-ip
        eip = elastic-ip
        dx = direct-connect
        waf = waf
        web app = waf
        shi = shield
        security g = security-group
        nacl = network-acl
        network a = network-acl
        network fire = network-firewall
        firewall m = firewall-manager
        dns fire = dns-firewall
        glob = global-accelerator
        accel = global-accelerator
        api = api-gateway
        private l = privatelink
        privatel = privatelink
        interface e = interface-endpoint
        gateway e = gateway-endpoint
        site = site-to-site-vpn
        client = client-vpn
        vpn = site-to-site-vpn client-vpn
        route t = route-table
        subn = subnet
        reach = reachability-analyzer
        edge = edge-location
        avail = availability-zone
        app m = app-mesh
        appsy = appsync
        lam = lambda
        ec2 = ec2
        s3 = s3
        dyn = dynamodb
        sqs = sqs
        sns = sns
        queue = sqs
        iam = iam
        kms = kms
        key man = kms
        acm = acm
        cert = acm
        secrets = secrets-manager
        systems = systems-manager
        param = parameter-store
        step = step-functions
        event = eventbridge
        rds = rds
        auro = aurora
        redsh = redshift
        far = fargate
        ecs = ecs
        kubernetes = eks
        guard = guardduty
        insp = inspector
        cogn = cognito
        auto scaling g = auto-scaling-group
        kinesis fire = data-firehose
        fireh = data-firehose
        elasticsearch = opensearch
        sso = iam-identity-center
        aws transit = transit-gateway
        AWS lam = lambda
        amazon s = s3
        Amazon vpc = vpc
        glacc = global-accelerator
        cldfrnt = cloudfront
        ntwlb = nlb
        r53res = route-53-resolver
        dynmo = dynamodb
        secgr = security-group
        dircon = direct-connect
        natgw = nat-gateway
        apigw = api-gateway
        elbean = elastic-beanstalk
        vpcpeer = vpc-peering
        stepf = step-functions
        """;

    /// <summary>The layer of the row, what is typed in its service cell, and the id that is meant.</summary>
    private const string Cells =
        """
        L7 | c = cloudfront
        L7 | r = route-53
        L7 | w = waf
        L7 | api = api-gateway
        L7 | app = alb
        L7 | l = lambda-edge vpc-lattice
        L6 | c = acm
        L4 | n = nlb
        L4 | g = global-accelerator
        L4 | s = security-group shield
        L4 | pri = privatelink
        L3 | v = vpc
        L3 | i = internet-gateway
        L3 | n = nat-gateway
        L3 | t = transit-gateway
        L3 | ro = route-table
        L3 | sub = subnet
        L3 | vir = virtual-private-gateway
        L2 | e = eni
        L1 | d = direct-connect
        """;

    [Fact]
    public void What_is_meant_stands_first_or_near()
    {
        var places = new List<int>();
        foreach (var (marked, typed, meant) in Cases())
        {
            var ids = MarkedNote.Parse(marked).Complete().Items.Select(item => item.TermId).Distinct().ToList();
            var place = ids.FindIndex(id => meant.Contains(id)) is >= 0 and var found ? found + 1 : int.MaxValue;
            places.Add(place);
            if (place > 1)
            {
                output.WriteLine($"{typed}: {string.Join(' ', meant)} is at place {place}; {string.Join(", ", ids.Take(4))}");
            }
        }

        var first = places.Count(place => place == 1);
        var near = places.Count(place => place <= 3);
        output.WriteLine($"{places.Count} prefixes: first {first} ({100.0 * first / places.Count:0.0} %), among the first three {near} ({100.0 * near / places.Count:0.0} %)");
        Assert.True(places.Count >= 80);
        Assert.True(first >= 0.90 * places.Count, $"first: {first} of {places.Count}");
        Assert.True(near >= 0.98 * places.Count, $"among the first three: {near} of {places.Count}");
    }

    private static IEnumerable<(string Marked, string Typed, string[] Meant)> Cases()
    {
        foreach (var line in Prose.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (typed, meant) = Halves(line, " = ");
            yield return ($"Traffic goes through {typed}$0", typed, meant.Split(' '));
        }

        foreach (var line in Cells.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (place, meant) = Halves(line, " = ");
            var (layer, typed) = Halves(place, " | ");
            yield return ($"| OSI Layer | AWS Service |\n|---|---|\n| L5 | x |\n| {layer} | {typed}$0 |\n", place, meant.Split(' '));
        }
    }

    private static (string Left, string Right) Halves(string line, string between)
    {
        var halves = line.Trim().Split(between);
        return (halves[0], halves[1]);
    }
}
