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
    public void A_word_near_one_coined_name_is_a_guess(string word, string name) => Assert.Equal(name, Guesser.Guess(word)?.Text);

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
    public void A_word_that_is_right_or_far_from_all_names_is_none(string word) => Assert.Null(Guesser.Guess(word)?.Text);

    [Fact]
    public void A_word_as_near_to_two_names_is_no_guess()
    {
        // One letter away from MediaConnect and from MediaConvert would be, if both were one edit off.
        var forms = Catalog.Embedded.Matcher.Forms.Where(form => form.Text is "MediaLive" or "MediaStore" or "CodeBuild").ToList();
        var near = forms.Select((form, index) => form with { Text = index == 0 ? "Abcdefgha" : "Abcdefghb", Coined = true, Services = [form.Services[0]] }).Take(2);
        var guesser = new SpellingGuesser([.. near], []);
        Assert.Null(guesser.Guess("Abcdefghc"));
        Assert.NotNull(new SpellingGuesser([.. near.Take(1)], []).Guess("Abcdefghc"));
    }

    [Fact]
    public void No_false_friend_is_a_guess() => Assert.All(Catalog.Embedded.FalseFriends, word =>
    {
        foreach (var part in word.Split(' ')) Assert.Null(Guesser.Guess(part)?.Text);
        Assert.Null(Guesser.Guess(word.ToUpperInvariant())?.Text);
    });

    [Fact]
    public void No_right_form_is_a_guess() => Assert.All(
        Catalog.Embedded.Matcher.Forms.Where(form => form.Correction is null && !form.Text.Contains(' ')),
        form => Assert.Null(Guesser.Guess(form.Text)?.Text));

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
                Assert.Equal(form.Services[0].Id, Guesser.Guess(letters)?.Services[0].Id);
            }
        });
}
