
package io.github.cnnclassifier.workflow;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.InputRule;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.ResizeRule;
import io.github.cnnclassifier.model.ClassifierDescription;

/**
 * What a user says of images that are given to a finished model: only then are
 * they mapped onto what the model expects.
 *
 * @param channelRule null to use the model's
 * @param range the pixel values that correspond to the model's range; null to
 *          use the model's
 * @param pixelSize what becomes of images whose pixel size is not the model's
 */
public record InputOverrides(ChannelRule channelRule, IntensityRange range,
		PixelSizeUse pixelSize)
{

	/** The word that leaves a choice to the model or to the images. */
	public static final String AUTO = "auto";

	/** Images are taken as the model says. */
	public static final InputOverrides NONE = new InputOverrides(null, null,
		PixelSizeUse.AUTO);

	/**
	 * @param channels "auto", the label of a rule, or a list such as "1,3"
	 * @param range "auto" or for instance "112..4095"
	 * @param pixelSize "auto", "match" or "ignore"
	 * @return the overrides
	 * @throws WrongUsage if a text is none of these; the message lists what is
	 */
	public static InputOverrides parse(final String channels, final String range,
		final String pixelSize)
	{
		return new InputOverrides(parseRule(channels), parseRange(range),
			PixelSizeUse.parse(pixelSize));
	}

	/**
	 * @param channels "auto", the label of a rule, or a list such as "1,3"
	 * @return the rule, null for "auto"
	 * @throws WrongUsage if it is neither
	 */
	public static ChannelRule parseRule(final String channels) {
		return channels.equals(AUTO) ? null : ChannelRule.parse(channels);
	}

	/**
	 * @param resize "auto" or the label of a rule
	 * @return the rule, null for "auto"
	 * @throws WrongUsage if it is neither
	 */
	public static ResizeRule parseResize(final String resize) {
		return resize.equals(AUTO) ? null : ResizeRule.parse(resize);
	}

	/**
	 * @param range "auto" or for instance "112..4095"
	 * @return the range, null for "auto"
	 * @throws WrongUsage if it is neither
	 */
	public static IntensityRange parseRange(final String range) {
		return range.equals(AUTO) ? null : IntensityRange.parse(range);
	}

	/**
	 * @param model that gets the images
	 * @return preprocessing for the images at hand
	 * @throws UserFailure if a wish does not fit the model
	 */
	public Preprocessing appliedTo(final ClassifierDescription model) {
		final Preprocessing sized = pixelSize.appliedTo(model);
		final Preprocessing ruled = channelRule == null ? sized : sized
			.withChannelRule(channelRule);
		return range == null ? expectingScale(ruled, model) : ruled.withInputRange(
			range);
	}

	private static Preprocessing expectingScale(final Preprocessing p,
		final ClassifierDescription model)
	{
		return p.intensity().normalization().isPerImage() ? p : p.withInputRule(
			new InputRule.ExpectedScale(model.images().bitDepths(), p.range()).then(p
				.given()));
	}

	/** @return the texts that {@link #parse} takes, by the names of the keys */
	public Map<String, String> words() {
		final Map<String, String> words = new LinkedHashMap<>();
		words.put("channels", channelRule == null ? AUTO : channelRule.label());
		words.put("range", range == null ? AUTO : range.toString());
		words.put("pixelSize", pixelSize.name().toLowerCase(Locale.ROOT));
		return words;
	}
}
