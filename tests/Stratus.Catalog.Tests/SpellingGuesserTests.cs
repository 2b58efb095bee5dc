using Stratus.Names;

namespace Stratus.Tests.CatalogRoom;

public sealed class SpellingGuesserTests
{
    private static readonly SpellingGuesser Guesser = Catalog.Embedded.Spelling;

    [Theory]
    [InlineData("CloudFormaton", "CloudFormation")]
    [InlineData("CloudFrnt", "CloudFront")]
    [InlineData("CloudFornt", "CloudFront")]
    [InlineData("cluodfront", "CloudFront")]
    [InlineData("CLOUDFORNT", "CloudFront")]
    [InlineData("DyanmoDB", "DynamoDB")]
    [InlineData("Rekogniton", "Rekognition")]
    [InlineData("EventBrigde", "EventBridge")]
    [InlineData("Fargaet", "Fargate")]
    public void A_word_near_one_coined_name_is_a_guess(string word, string name) => Assert.Equal(name, Assert.Single(Guesser.Guess(word)).Form.Text);

    [Theory]
    [InlineData("Transport")]
    [InlineData("Translates")]
    [InlineData("Connects")]
    [InlineData("subnets")]
    [InlineData("CloudFront")]
    [InlineData("cloudfront")]
    [InlineData("CloudFronts")]
    [InlineData("MediaConvert")]
    [InlineData("MediaConnects")]
    [InlineData("organization")]
    [InlineData("documenting")]
    [InlineData("Redshifted")]
    [InlineData("recognitions")]
    [InlineData("Cognit")]
    [InlineData("Cogn1t%")]
    [InlineData("")]
    [InlineData("클라우드프론트클라우")]
    [InlineData("CloudFrontCloudFrontCloudFrontCloudFrontCloudFront")]
    public void A_word_that_is_right_or_far_from_all_names_is_none(string word) => Assert.Empty(Guesser.Guess(word));

    [Fact]
    public void All_names_within_reach_are_guesses_nearest_first()
    {
        Assert.Equal(["MediaConnect", "MediaConvert"], Guesser.Guess("MediaConvect").Select(guess => guess.Form.Text));
        Assert.Equal([("MediaConnect", 1), ("MediaConvert", 2)], Guesser.Guess("MediaConnerct").Select(guess => (guess.Form.Text, guess.Distance)));
    }

    [Theory]
    [InlineData("An API Gatway here", "Gatway", "API Gateway")]
    [InlineData("Rout 53", "Rout", "Route 53")]
    [InlineData("the Transist Gateway", "Transist", "Transit Gateway")]
    [InlineData("Network Laod Balancer", "Laod", "Network Load Balancer")]
    [InlineData("AWS Secrets Manger", "Manger", "Secrets Manager")]
    public void A_name_with_one_word_off_is_a_guess(string text, string word, string name) =>
        Assert.Equal(name, Assert.Single(Guesser.GuessPhrase(text, text.IndexOf(word, StringComparison.Ordinal), word.Length, inServiceCell: false)).Name);

    [Theory]
    [InlineData("VPN endpoint", "VPN")]
    [InlineData("Tape Gateway", "Tape")]
    [InlineData("Control over Towers", "over")]
    [InlineData("Intranet Gateway", "Intranet")]
    [InlineData("api gatway", "gatway")]
    [InlineData("API Getaway2", "Getaway2")]
    [InlineData("Service Catalogue", "Catalogue")]
    [InlineData("Direct Connects", "Connects")]
    public void Words_that_are_right_or_far_from_all_names_are_none(string text, string word) =>
        Assert.Empty(Guesser.GuessPhrase(text, text.IndexOf(word, StringComparison.Ordinal), word.Length, inServiceCell: false));

    [Fact]
    public void In_a_service_cell_case_does_not_matter() => Assert.Equal("API Gateway", Assert.Single(Guesser.GuessPhrase("api gatway", 4, 6, inServiceCell: true)).Name);

    [Fact]
    public void No_false_friend_is_a_guess() => Assert.All(Catalog.Embedded.FalseFriends, word =>
    {
        foreach (var part in word.Split(' ')) Assert.Empty(Guesser.Guess(part));
        Assert.Empty(Guesser.Guess(word.ToUpperInvariant()));
    });

    [Fact]
    public void No_right_form_is_a_guess() => Assert.All(
        Catalog.Embedded.Matcher.Forms.Where(form => form.Correction is null && !form.Text.Contains(' ')),
        form => Assert.Empty(Guesser.Guess(form.Text)));

    [Fact]
    public void Swapping_any_two_neighbours_of_a_coined_name_leads_back_to_it() => Assert.All(
        Catalog.Embedded.Matcher.Forms.Where(form => form.Coined),
        form =>
        {
            for (var index = 0; index + 1 < form.Text.Length; index++)
            {
                if (char.ToLowerInvariant(form.Text[index]) == char.ToLowerInvariant(form.Text[index + 1])) continue;

                var letters = form.Text.ToCharArray();
                (letters[index], letters[index + 1]) = (letters[index + 1], letters[index]);
                Assert.Equal(form.Services[0].Id, Guesser.Guess(letters)[0].Form.Services[0].Id);
            }
        });
}
