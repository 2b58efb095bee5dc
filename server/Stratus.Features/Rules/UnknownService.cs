using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Stratus.Configuration;
using Stratus.Notes;

namespace Stratus.Features.Rules;

/// <summary>A cell of a service column that names nothing known.</summary>
/// <remarks>It speaks only in tables that are surely of AWS services, and only of cells that are made like a name.</remarks>
internal static partial class UnknownService
{
    private const int MostWords = 4;
    private const int FewestKnown = 3;

    private static readonly SearchValues<char> NoName = SearchValues.Create("?!:;=<>{}[]()@#$%^~|\\/\"“”„«»…→+&*,'’_");

    // What stands in such columns and is no service of anyone's: what every network has, and what a table says of itself.
    private static readonly FrozenSet<string> OrdinaryWords = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "a", "all", "an", "and", "any", "as", "at", "aws", "amazon", "both", "by", "each", "every", "for", "from", "in", "its", "many", "most", "multiple", "no", "none", "not",
        "of", "on", "only", "or", "other", "others", "own", "per", "same", "several", "some", "the", "to", "various", "via", "with", "without", "your",
        "above", "below", "etc", "example", "examples", "misc", "miscellaneous", "note", "notes", "subtotal", "sum", "summary", "tba", "tbc", "tbd", "todo", "total", "totals",
        "unknown", "applicable", "available", "n", "na", "service", "services", "layer", "layers", "component", "components", "resource", "resources", "feature", "features",
        "product", "products", "category", "type", "types", "level", "general", "overview", "introduction", "comparison", "concept", "concepts", "model",
        "access", "address", "addresses", "addressing", "analytics", "antivirus", "api", "apis", "app", "appliance", "appliances", "application", "applications", "apps", "audit",
        "authentication", "authorization", "backbone", "backup", "backups", "balancer", "balancers", "balancing", "bandwidth", "bastion", "block", "bridge", "bridges", "broker",
        "browser", "browsers", "cable", "cables", "cabling", "cache", "caches", "caching", "card", "cards", "cdn", "center", "centers", "centre", "centres", "certificate",
        "certificates", "client", "clients", "cloud", "cluster", "clusters", "code", "compute", "computing", "connection", "connections", "connectivity", "connector", "connectors",
        "console", "container", "containers", "control", "controller", "controllers", "cost", "costs", "customer", "data", "database", "databases", "datacenter", "delivery", "deployment",
        "developer", "device", "devices", "direct", "directory", "discovery", "disk", "disks", "distribution", "dns", "domain", "edge", "email", "encapsulation", "encoding", "encryption",
        "endpoint", "endpoints", "engine", "environment", "ethernet", "event", "events", "external", "fiber", "fibre", "file", "files", "filter", "filtering", "firewall", "firewalls",
        "flow", "forwarding", "frame", "frames", "function", "functions", "gateway", "gateways", "global", "group", "groups", "hardware", "health", "host", "hosts", "hub", "hubs", "hybrid",
        "identity", "image", "images", "infrastructure", "ingress", "egress", "instance", "instances", "integration", "interface", "interfaces", "internal", "internet", "inspection", "ip",
        "isp", "isolation", "jump", "key", "keys", "lan", "library", "line", "lines", "link", "links", "list", "lists", "load", "local", "log", "logging", "logs", "machine", "machines",
        "mail", "managed", "management", "mesh", "message", "messages", "messaging", "metric", "metrics", "microservice", "microservices", "migration", "mobile", "modem", "modems",
        "monitoring", "nat", "network", "networking", "networks", "nic", "nics", "node", "nodes", "object", "objects", "on-premises", "on-prem", "operating", "origin", "packet", "packets",
        "peering", "performance", "physical", "policies", "policy", "port", "ports", "private", "proxies", "proxy", "public", "queue", "queues", "rack", "racks", "regional", "registry",
        "relational", "remote", "repeater", "repeaters", "replication", "resolver", "route", "router", "routers", "routes", "routing", "rule", "rules", "scaling", "scheduler", "sdk", "secret",
        "secrets", "security", "server", "servers", "serverless", "session", "sessions", "shared", "site", "software", "ssd", "standard", "static", "storage", "stream", "streaming", "streams",
        "subnet", "subnets", "support", "switch", "switches", "system", "systems", "table", "tables", "tcp", "third-party", "token", "tokens", "tool", "tools", "topic", "topics", "traffic",
        "transfer", "transit", "tunnel", "tunnels", "udp", "user", "users", "vendor", "virtual", "vm", "vms", "volume", "volumes", "vpn", "vpns", "wan", "warehouse", "web", "website",
        "websites", "wifi", "wi-fi", "wireless", "worker", "workers", "workflow", "workload", "workloads", "zone", "zones", "host-based", "next-generation", "multi-az", "multi-region",
        "arp", "bgp", "dhcp", "esp", "ftp", "ftps", "gre", "grpc", "http", "https", "icmp", "igmp", "ike", "imap", "ipsec", "ipv4", "ipv6", "jdbc", "kafka", "kerberos", "ldap", "llc", "mac", "mpls",
        "mqtt", "mtls", "netbios", "nfs", "ntp", "odbc", "ospf", "pop3", "ppp", "quic", "rdp", "rip", "rpc", "rtp", "saml", "sctp", "sftp", "sip", "smb", "smtp", "snmp", "socket", "sockets", "sql", "ssh",
        "ssl", "stp", "telnet", "tls", "vlan", "vlans", "vxlan", "websocket", "websockets", "xml", "json", "jpeg", "mpeg", "ascii", "unicode", "mime", "oauth", "oidc", "geneve",
        "passerelle", "réseau", "pare-feu", "équilibreur", "répartiteur", "puerta", "pasarela", "enlace", "red", "subred", "balanceador", "cortafuegos", "tabla", "rutas", "sub-rede",
        "rede", "tabela", "rotas", "roteador", "netzwerk", "firewall-regeln", "lastverteiler", "datenbank", "routing-tabelle");

    // Makers of other things that stand beside AWS's in many tables.
    private static readonly FrozenSet<string> OtherVendors = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "akamai", "alibaba", "ansible", "apache", "auth0", "azure", "barracuda", "bitbucket", "bluecoat", "checkpoint", "cisco", "citrix", "cloudera", "cloudflare", "confluent", "consul", "databricks",
        "datadog", "digitalocean", "docker", "dynatrace", "elasticsearch", "envoy", "f5", "fastly", "firebase", "fortigate", "fortinet", "gcp", "github", "gitlab", "google", "grafana", "haproxy",
        "hashicorp", "heroku", "ibm", "istio", "jenkins", "juniper", "kong", "kubernetes", "linux", "mariadb", "memcached", "microsoft", "mongodb", "mysql", "netflix", "netlify", "nginx", "okta", "openshift",
        "openvpn", "oracle", "palo", "paloalto", "postgres", "postgresql", "prometheus", "rabbitmq", "redis", "salesforce", "sap", "snowflake", "snort", "sophos", "splunk", "squid", "suricata", "terraform",
        "traefik", "vault", "vercel", "vmware", "windows", "wireguard", "zscaler");

    public static Rule Rule { get; } = new(
        "unknown-service",
        RuleLevel.Hint,
        "A cell of a service column names nothing known",
        Check);

    private static IEnumerable<Finding> Check(Workspace workspace, Note note)
    {
        IReadOnlyList<Mention>? mentions = null;
        var next = 0;
        foreach (var table in note.Tables)
        {
            var column = table.ColumnOf(ColumnRole.Service);
            if (column < 0 || !table.IsOsi || IsComparison(table))
            {
                continue;
            }

            mentions ??= note.Mentions as IReadOnlyList<Mention> ?? [.. note.Mentions];
            int filled = 0, known = 0;
            List<TableCell>? unknown = null;
            foreach (var row in table.Rows)
            {
                if (row.Cells.FirstOrDefault(cell => cell.Column == column) is not { Content.Length: > 0 } cell)
                {
                    continue;
                }

                filled++;
                while (next < mentions.Count && mentions[next].Span.End <= cell.Area.Start)
                {
                    next++;
                }

                if (row.Claim is { Subjects.IsEmpty: false } || (next < mentions.Count && mentions[next].Span.Start < cell.Area.End))
                {
                    known++;
                }
                else if (IsRow(row) && IsLikeName(note, cell))
                {
                    (unknown ??= []).Add(cell);
                }
            }

            if (unknown is not null && IsOfServices(table, column, filled, known))
            {
                // "Step Function" is one of the Step Functions.
                foreach (var cell in unknown.Where(cell => !IsKnown(workspace.Catalog, cell.Text + "s")))
                {
                    yield return FindingAt(cell);
                }
            }
        }
    }

    private static bool IsKnown(Catalog catalog, string name)
    {
        var matches = new List<TermMatch>();
        catalog.Matcher.FindAll(name, matches);
        return matches is [var match] && match.Length == name.Length;
    }

    private static Finding FindingAt(TableCell cell) => new(
        Rule,
        RuleLevel.Hint,
        cell.Content,
        $"Stratus knows no service or feature of AWS by the name “{cell.Text}”. Check the name, or turn the hint off where it is right.",
        [],
        []);

    // The header says that services of AWS are listed, or most of the rows do.
    private static bool IsOfServices(StudyTable table, int column, int filled, int known)
    {
        var heading = table.Header?.Cells.FirstOrDefault(cell => cell.Column == column)?.Text ?? "";
        return SaysAws().IsMatch(heading) ? known * 2 >= filled || filled - known == 1
            : SaysService().IsMatch(heading) ? known >= 2 && known * 2 > filled
            : known >= FewestKnown && known * 3 >= filled * 2;
    }

    // "AWS | Azure | GCP": the rows are about what the clouds have in common.
    private static bool IsComparison(StudyTable table) =>
        table.Header?.Cells.Any(cell => cell.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(OtherVendors.Contains)) == true;

    // A line of a table that holds nothing else heads the rows below it, or sums them up.
    private static bool IsRow(TableRow row) => row.Cells.Length < 2 || row.Cells.Count(cell => cell.Content.Length > 0) >= 2;

    private static bool IsLikeName(Note note, TableCell cell)
    {
        var text = cell.Text;
        if (text.Length is < 3 or > 40 || !char.IsAsciiLetterUpper(text[0]) || text.AsSpan().ContainsAny(NoName) || text[^1] == '.'
            || !note.Source.Slice(cell.Content).SequenceEqual(text) || note.KindAt(cell.Content.Start + 1) != TextKind.TableCell)
        {
            return false;
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= MostWords
            // A name is capitalised throughout; "Routing decisions" and "Self-managed" are descriptions.
            && words.All(word => char.IsAsciiLetterUpper(word[0]) || char.IsAsciiDigit(word[0]) || word is "for" or "of" or "and" or "on" or "to")
            && !words.Any(OtherVendors.Contains) && !LowerBehindHyphen().IsMatch(text)
            && !words.All(word => OrdinaryWords.Contains(word) || word.All(char.IsAsciiDigit));
    }

    [GeneratedRegex("-[a-z]")]
    private static partial Regex LowerBehindHyphen();

    [GeneratedRegex(@"\b(?:AWS|Amazon)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaysAws();

    [GeneratedRegex(@"\bservices?\b|서비스|サービス|服务|服務|\bserviços?\b|\bservicios?\b|\bdienste?\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaysService();
}
