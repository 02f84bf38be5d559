
package io.github.cnnclassifier.dataset.prepare;

import java.util.List;
import java.util.function.Predicate;

import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ChannelRule;

/**
 * The channels of the network's input.
 *
 * @param rule how image channels become input channels
 * @param channels of the input
 * @param reason a plain sentence
 */
record InputChannels(ChannelRule rule, int channels, String reason) {

	/** @throws UserFailure if no rule fits all of the images */
	static InputChannels of(final List<SurveyedSample> samples) {
		final int channels = samples.get(0).channels();
		if (samples.stream().allMatch(sample -> sample.channels() == channels))
			return asIs(samples, samples.stream().allMatch(SurveyedSample::rgb)
				? "All images are RGB, and so is the input." : "All images have " +
					count(channels) + ", taken as " + (channels == 1 ? "it is."
						: "they are."));
		requireAll(samples, sample -> sample.channels() == 1 || sample.rgb());
		return rgb("Some images are RGB and some are gray; gray ones are turned " +
			"into RGB.");
	}

	/** @throws UserFailure if the rule does not fit all of the images */
	static InputChannels of(final List<SurveyedSample> samples,
		final ChannelRule rule)
	{
		final String reason = "As asked for: channels=" + rule.label() + ".";
		if (rule.isSelection()) {
			requireChosen(samples, rule);
			return new InputChannels(rule, rule.selected().size(), reason);
		}
		if (rule == ChannelRule.GRAY) {
			requireAll(samples, sample -> sample.channels() == 1 || sample.rgb());
			return new InputChannels(rule, 1, reason);
		}
		if (rule == ChannelRule.RGB) {
			requireAll(samples, sample -> sample.channels() == 1 || sample
				.channels() == 3);
			return rgb(reason);
		}
		final int channels = samples.get(0).channels();
		requireAll(samples, sample -> sample.channels() == channels);
		return asIs(samples, reason);
	}

	private static InputChannels rgb(final String reason) {
		return new InputChannels(ChannelRule.RGB, 3, reason);
	}

	private static InputChannels asIs(final List<SurveyedSample> samples,
		final String reason)
	{
		final int channels = samples.get(0).channels();
		if (channels > ChannelRule.MOST_CHANNELS) throw new UserFailure(
			"Expected images with at most " + ChannelRule.MOST_CHANNELS +
				" channels, found " + describe(samples.get(0)) +
				". Choose some of them, for instance channels=1,2.");
		return new InputChannels(ChannelRule.AS_IS, channels, reason);
	}

	private static void requireChosen(final List<SurveyedSample> samples,
		final ChannelRule rule)
	{
		for (final SurveyedSample sample : samples) {
			if (rule.highestNumber() > sample.channels()) throw new UserFailure(
				"Expected images with a channel " + rule.highestNumber() + ", found " +
					describe(sample) +
					". Choose among the channels that all images have.");
		}
		samples.forEach(sample -> sample.extremes(rule));
	}

	private static void requireAll(final List<SurveyedSample> samples,
		final Predicate<SurveyedSample> fits)
	{
		final SurveyedSample odd = samples.stream().filter(fits.negate())
			.findFirst().orElse(null);
		if (odd == null) return;
		final SurveyedSample other = samples.stream().filter(sample -> sample
			.channels() != odd.channels()).findFirst().orElse(null);
		if (other == null) throw new UserFailure(
			"Expected gray or RGB images, found " + describe(odd) +
				". Leave the channels setting out, choose channels by number, or " +
				"convert the images.");
		throw new UserFailure("Expected images with the same channels, found " +
			describe(odd) + " and " + describe(other) +
			". Convert the images so that they agree.");
	}

	private static String describe(final SurveyedSample sample) {
		return (sample.rgb() ? "RGB" : count(sample.channels())) + " in '" + sample
			.sample().name() + "'";
	}

	private static String count(final int channels) {
		return channels == 1 ? "1 channel" : channels + " channels";
	}
}
