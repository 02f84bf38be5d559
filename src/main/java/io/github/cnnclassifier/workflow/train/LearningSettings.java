
package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.ResizeRule;
import io.github.cnnclassifier.model.ArchitectureJson;
import io.github.cnnclassifier.storage.Sha256;
import io.github.cnnclassifier.workflow.InputOverrides;

/**
 * All that decides what many trainings on the same images learn, in words, for
 * runs that go on. Files count by what is in them.
 */
public final class LearningSettings {

	private static final int SHORT = 12;

	private LearningSettings() {}

	/**
	 * @param images that are learned from, or held out
	 * @param grouping which of them belong together
	 * @return which images these are
	 */
	public static Map<String, String> ofImages(final Survey images,
		final Grouping grouping)
	{
		final Map<String, String> settings = new LinkedHashMap<>();
		settings.put("images", images.samples().size() + " images (" + shortened(
			images.fingerprint()) + ")");
		settings.put("groups", groups(images, grouping));
		return settings;
	}

	/**
	 * @param planes what becomes of stacks
	 * @param recipe of each training
	 * @return how it learns
	 * @throws IOException if the model of the start cannot be read
	 */
	public static Map<String, String> ofTraining(final PlanePolicy planes,
		final Recipe recipe) throws IOException
	{
		final Map<String, String> settings = new LinkedHashMap<>();
		settings.put("planes", planes.label());
		settings.put("start", start(recipe.start()));
		settings.put("unfreeze", recipe.start().unfreeze().label());
		settings.put("network", recipe.network() + " (" + hash(ArchitectureJson
			.write(recipe.network().architecture()).getBytes(
				StandardCharsets.UTF_8)) + ")");
		settings.put("seed", String.valueOf(recipe.training().seed()));
		recipe.training().entries().forEach(settings::put);
		settings.put("calibrate", String.valueOf(recipe.training().confidence()
			.calibrated()));
		put(settings, recipe.input());
		return settings;
	}

	/** The rule may stay the same while a list tells other groups. */
	private static String groups(final Survey images, final Grouping grouping) {
		if (grouping.rule().equals(GroupingRule.NONE)) return grouping.rule();
		final String all = images.samples().stream().map(s -> s.contentHash() +
			" " + grouping.groupOf(s.sample())).sorted().collect(Collectors.joining(
				"\n"));
		return grouping.rule() + " (" + hash(all) + ")";
	}

	private static void put(final Map<String, String> settings,
		final PreprocessingOptions input)
	{
		settings.put("width", text(input.width()));
		settings.put("height", text(input.height()));
		final ChannelRule channels = input.channelRule();
		settings.put("channels", channels == null ? InputOverrides.AUTO : channels
			.label());
		settings.put("range", text(input.range()));
		final ResizeRule resize = input.resize();
		settings.put("resize", resize == null ? InputOverrides.AUTO : resize
			.label());
		settings.put("pixelSize", input.pixelSize() == null ? "off" : input
			.pixelSize().toString());
		settings.put("normalization", text(input.normalization()));
	}

	private static String text(final Object value) {
		return value == null ? InputOverrides.AUTO : value.toString();
	}

	private static String start(final StartChoice start) throws IOException {
		final Path model = start.model();
		return model == null || ShippedModel.isNamed(model) ? start.toString()
			: start + " (" + hash(Files.readAllBytes(model)) + ")";
	}

	/**
	 * @param text any
	 * @return by which it is known again
	 */
	public static String hash(final String text) {
		return hash(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String hash(final byte[] bytes) {
		return shortened(Sha256.of(bytes));
	}

	private static String shortened(final String hex) {
		return hex.substring(0, SHORT);
	}
}
