using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Stratus.Names;
using static Stratus.Tests.CatalogRoom.CatalogData;

namespace Stratus.Tests.CatalogRoom;

/// <summary>The laws of the data beyond what a schema can say. Each test collects all violations, so that an editor sees them at once.</summary>
public sealed partial class DataLawTests
{
    /// <summary>Successors that are no entry of the catalog, or parts of one.</summary>
    private static readonly HashSet<string> KnownOutside =
    [
        "AutoGluon", "Client-side filtering", "IDE toolkits", "Open 3D Engine", "EC2 GPU instances", "Amazon Lex V2", "AWS CLI version 2",
        "AWS SDK for JavaScript v3", "AWS IoT Greengrass Version 2", "ARC Region switch", "Oracle Database on Amazon EC2",
        "S3 Glacier storage classes", "Application, Network or Gateway Load Balancer", "Amplify Gen 2",
    ];

    private static readonly string[] NounKinds = ["resource", "concept", "infrastructure", "pricing"];
    private static readonly string[] DateFields = ["announced", "closedToNewCustomers", "endOfSupport", "effective", "maintenanceSince", "reopened"];

    private readonly List<string> _violations = [];
    private readonly Dictionary<string, JsonObject> _services = Services.ToDictionary(service => service.Entry.Text("id")!, service => service.Entry);
    private readonly JsonObject[] _layers = List("service-layers.json", "entries");
    private readonly JsonObject[] _lifecycle = List("lifecycle.json", "entries");
    private readonly JsonObject[] _osiLayers = List("osi-layers.json", "layers");
    private readonly JsonObject[] _forms = List("written-forms.json", "forms");
    private readonly JsonObject[] _wrongForms = List("wrong-forms.json", "names");
    private readonly ILookup<string, JsonObject> _formsInAnyCase;

    public DataLawTests() => _formsInAnyCase = _forms.ToLookup(form => form.Text("text")!, StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Services_have_one_id_each_known_parents_and_no_loop()
    {
        Check(Services.Length == _services.Count, "an id is taken twice");
        foreach (var (id, service) in _services)
        {
            var seen = new HashSet<string>();
            for (var at = id; at is not null; at = _services[at].Text("parent"))
            {
                Check(seen.Add(at), $"{id}: its parents form a loop");
                var known = _services[at].Text("parent") is not { } parent || _services.ContainsKey(parent);
                Check(known, $"{id}: unknown parent");
                if (!known || _violations.Count > 0) break;
            }

            Check(service.Text("fullName") != DisplayName(service), $"{id}: fullName says what prefix and name say already");
        }

        AssertNone();
    }

    [Fact]
    public void Every_summary_is_one_sentence()
    {
        foreach (var (id, service) in _services)
        {
            var summary = Abbreviations().Replace(service.Text("summary")!, "$1");
            Check(!SentenceEnd().IsMatch(summary), $"{id}: more than one sentence: {summary}");
        }

        AssertNone();
    }

    [Fact]
    public void A_primary_layer_is_among_the_layers_which_ascend()
    {
        foreach (var entry in _layers)
        {
            var layers = entry.Numbers("layers");
            Check(_services.ContainsKey(entry.Text("id")!), $"{entry.Text("id")}: unknown id");
            Check(layers.SequenceEqual(layers.Order().Distinct()), $"{entry.Text("id")}: layers repeat or do not ascend");
            Check(layers.Contains(entry.Number("primary")), $"{entry.Text("id")}: the primary layer is not among the layers");
        }

        Check(_layers.Select(entry => entry.Text("id")).Distinct().Count() == _layers.Length, "an id has layers twice");
        AssertNone();
    }

    [Fact]
    public void No_unambiguous_form_means_two_things()
    {
        foreach (var forms in _formsInAnyCase)
        {
            var open = forms.Where(form => !form.Mark("ambiguous")).SelectMany(form => form.Texts("ids")).Distinct().ToList();
            Check(open.Count <= 1, $"\"{forms.Key}\" stands for {string.Join(", ", open)}");
            Check(forms.Select(form => form.Mark("ambiguous")).Distinct().Count() == 1, $"\"{forms.Key}\" is ambiguous in one case only");
        }

        Check(_forms.Select(form => form.Text("text")).Distinct().Count() == _forms.Length, "a form is listed twice");
        AssertNone();
    }

    [Fact]
    public void Marks_of_written_forms_agree_with_each_other()
    {
        foreach (var form in _forms)
        {
            var text = form.Text("text")!;
            Check(form.Texts("ids").All(_services.ContainsKey), $"\"{text}\": unknown id");
            Check(!form.Mark("ambiguous") || Prefix.LengthIn(text) == 0, $"\"{text}\": ambiguous in spite of its prefix");
            Check(!form.Mark("generic") || !(form.Mark("ambiguous") || form.Mark("misspaced") || form.Mark("coined") || form.Mark("former")), $"\"{text}\": generic and something else");
            Check(!form.Mark("abbreviation") || !form.Mark("caseSensitive"), $"\"{text}\": every abbreviation is case-sensitive");
            Check(!form.Mark("misspaced") || !(form.Mark("coined") || form.Mark("former")), $"\"{text}\": misspaced and something else");
            Check(!form.Mark("misspaced") || IsSpacingOfItsName(form), $"\"{text}\": misspaced, but no spacing of its one name");
            Check(!form.Mark("coined") || (CoinedWord().IsMatch(text) && !form.Mark("ambiguous") && form.Texts("ids").Length == 1), $"\"{text}\": coined needs one word of 7 letters, one id, no ambiguity");
            Check(!form.Mark("former") || form.Texts("ids").All(id => LifecycleOf(id).Any(entry => entry.Text("status") == "renamed")), $"\"{text}\": former, but its id has no rename");
            Check(!form.Mark("usual") || (form.Mark("abbreviation") && !form.Mark("ambiguous") && _services[form.Texts("ids")[0]].Text("name") != text), $"\"{text}\": usual needs an unambiguous abbreviation that is not the name");
        }

        foreach (var usual in _forms.Where(form => form.Mark("usual")).GroupBy(form => form.Texts("ids")[0]))
            Check(usual.Count() == 1, $"{usual.Key}: two usual abbreviations");
        AssertNone();
    }

    [Fact]
    public void Every_name_is_a_written_form_of_its_service_and_of_no_other_unless_ambiguous()
    {
        foreach (var (id, service) in _services)
        {
            foreach (var name in NamesOf(service))
                Check(_formsInAnyCase[name].Any(form => form.Texts("ids").Contains(id)), $"{id}: its name \"{name}\" is no written form of it");
        }

        foreach (var claim in _services.SelectMany(pair => NamesOf(pair.Value).Select(name => (Name: name.ToUpperInvariant(), Id: pair.Key))).Distinct().GroupBy(claim => claim.Name))
            Check(claim.Count() == 1 || _formsInAnyCase[claim.Key].All(form => form.Mark("ambiguous")), $"\"{claim.Key}\" is the name of {string.Join(", ", claim.Select(c => c.Id))}");
        AssertNone();
    }

    [Fact]
    public void Lifecycle_entries_are_whole_and_their_dates_in_order()
    {
        var asOf = Read("catalog.json").Text("asOf")!;
        foreach (var entry in _lifecycle)
        {
            var where = $"{entry.Text("id")} {entry.Text("kind")}";
            var status = entry.Text("status");
            Check(_services.ContainsKey(entry.Text("id")!), $"{where}: unknown id");
            Check(entry.Text("appliesTo") != "feature" || _services[entry.Text("id")!].Text("kind") is not ("service" or "umbrella"), $"{where}: a feature entry stands on a whole service");
            foreach (var field in DateFields) Check(entry.Text(field) is not { } date || IsDate(date), $"{where}: {field} is no date");
            foreach (var field in entry.Texts("unverifiedFields")) Check(entry[field] is not null, $"{where}: unverifiedFields names the absent {field}");
            CheckOrder(where, entry, "announced", "closedToNewCustomers");
            CheckOrder(where, entry, "closedToNewCustomers", "endOfSupport");
            CheckOrder(where, entry, "announced", "endOfSupport");

            var end = entry.Text("endOfSupport");
            Check(status != "ended" || end is null || string.CompareOrdinal(end, asOf) <= 0, $"{where}: ended, but its date lies ahead");
            Check(status != "closing" || (end is not null && string.CompareOrdinal(end, asOf) > 0), $"{where}: closing needs an end that lies ahead");
            Check(status != "closed-to-new" || end is null, $"{where}: an end is known: closing or ended");
            Check(status != "renamed" || (entry.Texts("formerNames").Length > 0 && entry.Text("currentName") is not null && entry.Text("appliesTo") == "formerNames"), $"{where}: a rename without its names");
        }

        Check(_lifecycle.Select(entry => (entry.Text("id"), entry.Text("kind"))).Distinct().Count() == _lifecycle.Length, "an id has two entries of a kind");
        AssertNone();
    }

    [Fact]
    public void Former_names_can_be_found_and_are_no_present_names()
    {
        var present = _services.Values.SelectMany(NamesOf).ToHashSet();
        foreach (var entry in _lifecycle)
        {
            var id = entry.Text("id")!;
            foreach (var name in entry.Texts("formerNames"))
            {
                Check(name.IndexOfAny(['(', ')']) < 0, $"{id}: \"{name}\" holds brackets and would never match");
                var stillNamed = DisplayName(_services[id]) == name && present.Contains(entry.Text("currentName")!);
                Check(!present.Contains(name) || entry.Mark("hintOnly") || stillNamed, $"{id}: \"{name}\" is a present name too: hintOnly is missing");
                var listed = _formsInAnyCase[name].Any(form => form.Mark("former") && form.Texts("ids").Contains(id));
                Check(listed || (entry.Mark("hintOnly") && present.Contains(name)), $"{id}: \"{name}\" is no former written form");
            }
        }

        AssertNone();
    }

    [Fact]
    public void Successors_are_known_alive_and_not_the_thing_itself()
    {
        var gone = _lifecycle.Where(entry => entry.Text("appliesTo") == "service" && entry.Text("status") is "ended" or "closed-to-new" or "closing").Select(entry => entry.Text("id")!).ToHashSet();
        foreach (var entry in _lifecycle)
        {
            foreach (var successor in entry.Texts("successors"))
            {
                var plain = Brackets().Replace(successor, "").Trim();
                if (KnownOutside.Contains(plain)) continue;

                var ids = _formsInAnyCase[plain].SelectMany(form => form.Texts("ids")).ToList();
                Check(ids.Count > 0, $"{entry.Text("id")}: successor \"{successor}\" is unknown");
                Check(!ids.Exists(gone.Contains), $"{entry.Text("id")}: successor \"{successor}\" is gone itself");
                Check(entry.Text("status") == "renamed" || !ids.Contains(entry.Text("id")!), $"{entry.Text("id")}: succeeds itself");
            }
        }

        AssertNone();
    }

    [Fact]
    public void Osi_layers_are_seven_and_teach_with_services_that_sit_there()
    {
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], _osiLayers.Select(layer => layer.Number("number")));
        foreach (var layer in _osiLayers)
        {
            foreach (var id in layer.Texts("awsExamples"))
            {
                var placed = _layers.SingleOrDefault(entry => entry.Text("id") == id);
                Check(_services.ContainsKey(id), $"L{layer.Number("number")}: unknown example {id}");
                Check(placed is not null && placed["layerShown"] is null && placed.Numbers("layers").Contains(layer.Number("number")), $"L{layer.Number("number")}: {id} is not shown there");
            }
        }

        foreach (var mnemonic in List("osi-layers.json", "mnemonics"))
        {
            var names = _osiLayers.Select(layer => layer.Text("name")![0]);
            var expected = mnemonic.Text("direction") == "1 to 7" ? names : names.Reverse();
            Check(mnemonic.Text("text")!.Split(' ').Select(word => word[0]).SequenceEqual(expected), $"\"{mnemonic.Text("text")}\" does not spell the layers");
        }

        AssertNone();
    }

    [Fact]
    public void Confusions_compare_known_things()
    {
        foreach (var pair in List("confusions.json", "confusions"))
        {
            Check(_services.ContainsKey(pair.Text("a")!) && _services.ContainsKey(pair.Text("b")!), $"{pair.Text("title")}: unknown id");
            Check(pair.Text("a") != pair.Text("b") || pair.Texts("abbreviations").Length > 0, $"{pair.Text("title")}: compares a thing with itself");
        }

        AssertNone();
    }

    [Fact]
    public void Wrong_forms_lead_to_right_ones_and_are_none()
    {
        var present = _services.Values.SelectMany(NamesOf).ToHashSet();
        var wrong = _wrongForms.Select(form => form.Text("wrong")!).ToHashSet();
        var byText = _forms.ToDictionary(form => form.Text("text")!);
        var former = _forms.Where(form => form.Mark("former")).Select(form => form.Text("text")!)
            .Concat(_lifecycle.Where(entry => !entry.Mark("hintOnly")).SelectMany(entry => entry.Texts("formerNames"))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in _wrongForms)
        {
            var (text, right) = (entry.Text("wrong")!, entry.Text("right")!);
            var where = $"{text} → {right}";
            var same = byText.GetValueOrDefault(text);
            Check(text != right && !present.Contains(text), $"{where}: the wrong form is right");
            Check(!wrong.Contains(right) && !former.Contains(right), $"{where}: the right form is wrong or former");
            Check(byText.TryGetValue(right, out var canonical) && !canonical.Mark("misspaced") && !canonical.Mark("generic"), $"{where}: the right form is no proper written form");
            Check(same is null || (same.Mark("misspaced") && same.Texts("ids").SequenceEqual(canonical!.Texts("ids"))), $"{where}: the wrong form is accepted, or names something else");
            Check(Squash(text) != Squash(right) + "s" && Squash(text) != Squash(right) + "es", $"{where}: the wrong form is a plural");
            Check(!entry.Mark("off") || !entry.Mark("serviceCell"), $"{where}: off, so serviceCell says nothing");

            var inAnyCase = _formsInAnyCase[text].ToList();
            var open = !entry.Mark("off") && !entry.Mark("serviceCell");
            Check(!open || !inAnyCase.Exists(form => form.Mark("ambiguous") || form.Mark("generic")), $"{where}: an ordinary word needs serviceCell or off");
            Check(!entry.Mark("serviceCell") || !inAnyCase.Exists(form => form.Mark("misspaced") && !form.Mark("ambiguous") && !form.Mark("caseSensitive")), $"{where}: serviceCell, but its misspaced form fires everywhere");
            var casingOnly = string.Equals(text, right, StringComparison.OrdinalIgnoreCase);
            Check(!casingOnly || entry.Mark("off") || !canonical!.Texts("ids").All(id => NounKinds.Contains(_services[id].Text("kind"))), $"{where}: the casing of a noun is off");
        }

        Check(_wrongForms.Select(entry => entry.Text("wrong")).Distinct().Count() == _wrongForms.Length, "a wrong form is listed twice");
        AssertNone();
    }

    [Fact]
    public void False_friends_and_prefix_errors_speak_of_known_names()
    {
        var wrong = _wrongForms.Select(form => form.Text("wrong")!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var friends = List("wrong-forms.json", "falseFriends").Select(friend => friend.Text("word")!).ToList();
        Check(friends.Distinct(StringComparer.OrdinalIgnoreCase).Count() == friends.Count, "a false friend is listed twice");
        foreach (var friend in friends) Check(!wrong.Contains(friend), $"{friend}: a false friend and a wrong form");
        foreach (var error in List("wrong-forms.json", "prefixErrors"))
            Check(_formsInAnyCase[error.Text("name")!].SelectMany(form => form.Texts("ids")).Any(id => _services[id].Text("prefix") is not null), $"{error.Text("name")}: no service with a prefix has this name");
        AssertNone();
    }

    private static string Squash(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();

    private static bool IsDate(string date) => DateOnly.TryParseExact(date, ["yyyy", "yyyy-MM", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2006 and <= 2035;

    private bool IsSpacingOfItsName(JsonObject form)
    {
        if (form.Texts("ids") is not [var id]) return false;

        var names = NamesOf(_services[id]);
        return !names.Contains(form.Text("text")) && names.Any(name => Squash(name) == Squash(form.Text("text")!));
    }

    private IEnumerable<JsonObject> LifecycleOf(string id) => _lifecycle.Where(entry => entry.Text("id") == id);

    private void CheckOrder(string where, JsonObject entry, string earlier, string later)
    {
        var inOrder = entry.Text(earlier) is not { Length: 10 } first || entry.Text(later) is not { Length: 10 } second || string.CompareOrdinal(first, second) <= 0;
        Check(inOrder, $"{where}: {earlier} is after {later}");
    }

    private void Check(bool holds, string violation)
    {
        if (!holds) _violations.Add(violation);
    }

    private void AssertNone() => Assert.Empty(_violations);

    [GeneratedRegex(@"\b(e\.g|i\.e|etc|vs|No)\.")]
    private static partial Regex Abbreviations();

    [GeneratedRegex(@"[.!?]\s+\S")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("^[A-Z][A-Za-z0-9]{6,}$")]
    private static partial Regex CoinedWord();

    [GeneratedRegex(@"\s*\([^)]*\)")]
    private static partial Regex Brackets();
}
