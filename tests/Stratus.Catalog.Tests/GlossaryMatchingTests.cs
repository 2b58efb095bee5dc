using System.Collections.Immutable;
using Stratus.Names;
using Stratus.Terms;
using static Stratus.Tests.CatalogRoom.MarkedNames;

namespace Stratus.Tests.CatalogRoom;

/// <summary>The index over forms of any kind, as a user's glossary may bring them.</summary>
public sealed class GlossaryMatchingTests
{
    private static readonly Service Thing = Service("thing");

    [Fact]
    public void Of_two_equal_forms_the_later_wins()
    {
        var matcher = new TermMatcher([Form("Hub", Service("first")), Form("Hub", Service("second")), Form("HUB", Service("third"))]);
        Assert.Equal("second", Find(matcher, "Hub").Single().Written.Services[0].Id);
        Assert.Equal("third", Find(matcher, "HUB").Single().Written.Services[0].Id);
    }

    [Fact]
    public void A_case_sensitive_wrong_form_leaves_other_cases_to_the_alias()
    {
        var wrong = new WrittenForm("Foo Bar", [Thing], NameForm.Spacing, CaseSensitive: true, Correction: "FooBar", Diagnosed: true);
        var matcher = new TermMatcher([Form("Foo Bar", Thing), wrong]);
        Assert.Same(wrong, Find(matcher, "Foo Bar").Single().Written);
        Assert.Equal(NameForm.Alias, Find(matcher, "foo bar").Single().Written.Form);
    }

    [Theory]
    [InlineData("Q", "a «Q» is «Q»")]
    [InlineData("ロードバランサー", "AWS«ロードバランサー»は")]
    [InlineData("Élan", "l'«élan» et «ÉLAN», pas Élane")]
    [InlineData("C++ SDK", "the «C++ SDK»")]
    [InlineData("Foo  Bar", "«foo bar»")]
    [InlineData("Cafe (west)", "«Cafe (west)» and Cafe (west)x")]
    public void Forms_of_any_script_are_found(string form, string marked)
    {
        var text = Unmark(marked);
        Assert.Equal(marked, Mark(text, Find(new TermMatcher([Form(form, Thing)]), text)));
    }

    [Fact]
    public void No_forms_find_nothing() => Assert.Empty(Find(new TermMatcher([]), "AWS CloudFront"));

    private static WrittenForm Form(string text, Service service) => new(text, [service], NameForm.Alias, CaseSensitive: false);

    private static Service Service(string id) =>
        new(id, id, null, id, null, ServiceKind.Service, "own", null, "A thing.", null, null, ImmutableArray<LifecycleEntry>.Empty);
}
