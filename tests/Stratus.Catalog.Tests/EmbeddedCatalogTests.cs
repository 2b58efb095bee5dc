using System.Globalization;
using System.Text.Json.Nodes;
using Stratus.Names;
using Stratus.Terms;
using static Stratus.Tests.CatalogRoom.CatalogData;
using static Stratus.Tests.CatalogRoom.MarkedNames;

namespace Stratus.Tests.CatalogRoom;

/// <summary>What is embedded is what the data files say: every field of every entry.</summary>
public sealed class EmbeddedCatalogTests
{
    private static readonly Catalog Embedded = Catalog.Embedded;

    [Fact]
    public void The_date_of_the_data_is_known() => Assert.Equal(DateOnly.Parse(Read("catalog.json").Text("asOf")!, CultureInfo.InvariantCulture), Embedded.AsOf);

    [Fact]
    public void Every_service_is_embedded_as_written()
    {
        var usual = List("written-forms.json", "forms").Where(form => form.Mark("usual")).ToDictionary(form => form.Texts("ids")[0], form => form.Text("text"));
        var layers = List("service-layers.json", "entries").ToDictionary(entry => entry.Text("id")!);
        Assert.Equal(Services.Select(service => service.Entry.Text("id")), Embedded.Services.Select(service => service.Id));
        foreach (var ((category, entry), service) in Services.Zip(Embedded.Services))
        {
            Assert.Same(service, Embedded.FindService(service.Id));
            Assert.Equal(
                (entry.Text("name"), entry.Text("prefix"), entry.Text("fullName") ?? DisplayName(entry), usual.GetValueOrDefault(service.Id), Enum<ServiceKind>(entry, "kind"), category),
                (service.Name, service.Prefix, service.FullName, service.Abbreviation, service.Kind, service.Category));
            Assert.Equal((entry.Text("parent"), entry.Text("summary"), entry.Text("docs")), (service.ParentId, service.Summary, service.DocumentationUrl));
            AssertLayers(layers.GetValueOrDefault(service.Id), service.Layers);
        }
    }

    [Fact]
    public void Every_lifecycle_entry_is_embedded_without_the_dates_that_nobody_vouches_for()
    {
        var entries = List("lifecycle.json", "entries").GroupBy(entry => entry.Text("id")!).ToDictionary(group => group.Key, group => group.ToList());
        Assert.Equal(entries.Count, Embedded.Services.Count(service => !service.Lifecycle.IsEmpty));
        Assert.All(entries, pair =>
        {
            var embedded = Embedded.FindService(pair.Key)!.Lifecycle;
            Assert.Equal(pair.Value.Count, embedded.Length);
            foreach (var (entry, item) in pair.Value.Zip(embedded))
            {
                Assert.Equal((Enum<LifecycleStatus>(entry, "status"), Enum<LifecycleScope>(entry, "appliesTo")), (item.Status, item.Scope));
                Assert.Equal(entry["verified"]!.ToJsonString() switch { "true" => Verification.Full, "false" => Verification.None, _ => Verification.Partial }, item.Verification);
                Assert.Equal((VouchedDate(entry, "closedToNewCustomers"), VouchedDate(entry, "endOfSupport"), VouchedDate(entry, "effective")), (item.ClosedToNewCustomers?.ToString(), item.EndOfSupport?.ToString(), item.Effective?.ToString()));
                Assert.Equal(entry.Texts("successors"), item.Successors);
                Assert.Equal(entry.Texts("formerNames"), item.FormerNames);
                Assert.Equal((entry.Text("currentName"), entry.Mark("hintOnly"), entry.Text("remark")), (item.CurrentName, item.HintOnly, item.Remark));
            }
        });
    }

    [Fact]
    public void Every_layer_is_embedded_as_written()
    {
        var layers = List("osi-layers.json", "layers");
        Assert.Equal(7, Embedded.Layers.Length);
        foreach (var entry in layers)
        {
            var layer = Embedded.Layer(entry.Number("number"));
            Assert.Equal(($"osi-{layer.Number}", entry.Text("name"), entry.Text("pdu"), entry.Text("function"), entry.Text("tcpip"), entry.Text("remark")), (layer.Id, layer.Name, layer.Pdu, layer.Function, layer.TcpIpLayer, layer.Remark));
            Assert.Equal(entry.Texts("protocols"), layer.Protocols);
            Assert.Equal(entry.Texts("devices"), layer.Devices);
            Assert.Equal(entry.Texts("awsExamples"), layer.Examples);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => Embedded.Layer(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Embedded.Layer(8));
    }

    [Fact]
    public void Every_confusion_is_embedded_and_found_from_both_sides()
    {
        var expected = List("confusions.json", "confusions").Select(pair => new Confusion(pair.Text("a")!, pair.Text("b")!, pair.Text("difference")!, pair.Text("reference")!));
        Assert.Equal(expected, Embedded.Confusions);
        Assert.All(Embedded.Confusions, pair =>
        {
            Assert.Contains(pair, Embedded.ConfusionsOf(pair.FirstId));
            Assert.Contains(pair, Embedded.ConfusionsOf(pair.SecondId));
        });
        Assert.Empty(Embedded.ConfusionsOf("no-such-thing"));
        Assert.Null(Embedded.FindService("no-such-thing"));
    }

    [Fact]
    public void Every_written_form_is_embedded_with_its_marks()
    {
        var entries = List("written-forms.json", "forms");
        var forms = Embedded.Matcher.Forms;
        Assert.Equal(entries.Length + List("wrong-forms.json", "names").Length, forms.Length);
        foreach (var (entry, form) in entries.Zip(forms))
        {
            var names = entry.Texts("ids").SelectMany(id => NamesOf(Services.Single(service => service.Entry.Text("id") == id).Entry));
            var expected = entry.Mark("misspaced") ? NameForm.Spacing
                : entry.Mark("former") ? NameForm.Former
                : names.Contains(form.Text) ? NameForm.Canonical
                : entry.Mark("abbreviation") ? NameForm.Abbreviation : NameForm.Alias;
            Assert.Equal(entry.Text("text"), form.Text);
            Assert.Equal(entry.Texts("ids"), form.Services.Select(service => service.Id));
            Assert.Equal((expected, entry.Mark("abbreviation") || entry.Mark("caseSensitive"), entry.Mark("ambiguous"), entry.Mark("generic"), entry.Mark("coined")), (form.Form, form.CaseSensitive, form.Ambiguous, form.Generic, form.Coined));
            Assert.Equal((entry.Mark("misspaced"), entry.Mark("serviceCell")), (form.Diagnosed, form.ServiceCellOnly));
            Assert.Equal(entry.Mark("misspaced") ? Catalog.PresentName(form.Services[0], form.HasPrefix) : null, form.Correction);
        }
    }

    [Fact]
    public void Every_wrong_form_is_embedded_with_what_to_write_instead()
    {
        var entries = List("wrong-forms.json", "names");
        var right = List("written-forms.json", "forms").ToDictionary(form => form.Text("text")!);
        foreach (var (entry, form) in entries.Zip(Embedded.Matcher.Forms[^entries.Length..]))
        {
            Assert.Equal((entry.Text("wrong"), entry.Text("right"), !entry.Mark("off"), entry.Mark("serviceCell"), true), (form.Text, form.Correction, form.Diagnosed, form.ServiceCellOnly, form.CaseSensitive));
            Assert.Equal(right[form.Correction!].Texts("ids"), form.Services.Select(service => service.Id));
        }

        Assert.Equal(List("wrong-forms.json", "falseFriends").Select(friend => friend.Text("word")!), Embedded.FalseFriends);
    }

    [Theory]
    [InlineData("Cloudfont", NameForm.Misspelling)]
    [InlineData("Cloudfront", NameForm.Casing)]
    [InlineData("cloud front", NameForm.Casing)]
    [InlineData("Cloud Trail", NameForm.Spacing)]
    [InlineData("Route53", NameForm.Spacing)]
    public void The_kind_of_a_wrong_form_follows_from_the_right_one(string text, NameForm form) =>
        Assert.Equal(form, Embedded.Matcher.Forms.Last(written => written.Text == text).Form);

    [Fact]
    public void Every_form_that_is_no_ordinary_word_is_found_between_words() => Assert.All(
        Embedded.Matcher.Forms.Where(form => !form.Ambiguous),
        form =>
        {
            var match = Assert.Single(Find($"xx {form.Text} yy"));
            Assert.Equal((3, form.Text.Length), (match.Start, match.Length));
            Assert.Equal(form.Services, match.Written.Services);
            Assert.True(match.IsExactCase);
        });

    [Theory]
    [InlineData("data-firehose", "Data Firehose", "Amazon Data Firehose")]
    [InlineData("codewhisperer", "Q Developer", "Amazon Q Developer")]
    [InlineData("sagemaker-ai", "SageMaker AI", "Amazon SageMaker AI")]
    [InlineData("connect", "Connect", "Amazon Connect")]
    [InlineData("nlb", "Network Load Balancer", "Network Load Balancer")]
    public void The_present_name_is_what_to_write_today(string id, string bare, string withPrefix)
    {
        var service = Embedded.FindService(id)!;
        Assert.Equal((bare, withPrefix), (Catalog.PresentName(service, withPrefix: false), Catalog.PresentName(service, withPrefix: true)));
    }

    [Theory]
    [InlineData("nlb", "NLB")]
    [InlineData("alb", "ALB")]
    [InlineData("internet-gateway", "IGW")]
    [InlineData("virtual-private-gateway", "VGW")]
    [InlineData("transit-gateway", "TGW")]
    [InlineData("gwlb", "GWLB")]
    [InlineData("eni", "ENI")]
    [InlineData("acm", "ACM")]
    [InlineData("waf", null)]
    [InlineData("vpc", null)]
    [InlineData("s3", null)]
    [InlineData("athena", null)]
    public void A_service_has_its_usual_abbreviation_unless_that_is_its_name(string id, string? abbreviation) => Assert.Equal(abbreviation, Embedded.FindService(id)!.Abbreviation);

    [Fact]
    public void Bytes_that_are_no_catalog_are_refused()
    {
        Assert.Throws<InvalidDataException>(() => CatalogReader.Read("SCAT\u0007"u8));
        Assert.Throws<InvalidDataException>(() => CatalogReader.Read("SCAT\u0001"u8));
        Assert.Throws<InvalidDataException>(() => CatalogReader.Read(""u8));
    }

    private static void AssertLayers(JsonObject? entry, ServiceLayers? layers)
    {
        Assert.Equal(entry is null, layers is null);
        if (entry is null || layers is null) return;

        Assert.Equal((entry.Number("primary"), Enum<LayerBasis>(entry, "basis"), entry.Text("reason"), entry.Text("remark"), entry["layerShown"] is null, entry["citation"]!["url"]!.GetValue<string>()), (layers.Primary, layers.Basis, layers.Reason, layers.Remark, layers.Shown, layers.DocumentationUrl));
        Assert.Equal(entry.Numbers("layers"), layers.All);
    }

    private static string? VouchedDate(JsonObject entry, string field) => entry.Texts("unverifiedFields").Contains(field) ? null : entry.Text(field);

    private static T Enum<T>(JsonObject entry, string field)
        where T : struct, Enum => System.Enum.Parse<T>(entry.Text(field)!.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
}
