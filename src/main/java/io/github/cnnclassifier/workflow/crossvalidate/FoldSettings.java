
package io.github.cnnclassifier.workflow.crossvalidate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.ResizeRule;
import io.github.cnnclassifier.model.ArchitectureJson;
import io.github.cnnclassifier.storage.Sha256;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.RunSettings;
import io.github.cnnclassifier.workflow.train.Recipe;
import io.github.cnnclassifier.workflow.train.StartChoice;

/** All that decides what stands in the table of a cross-validation. */
final class FoldSettings {

	private static final int SHORT = 12;

	private FoldSettings() {}

	/**
	 * @param request of a user
	 * @param images that were divided
	 * @return what has an influence on rows
	 * @throws IOException if the model of the start cannot be read
	 */
	static RunSettings of(final CrossValidate.Request request,
		final DividedImages images) throws IOException
	{
		final Recipe recipe = request.recipe();
		final Map<String, String> settings = new LinkedHashMap<>();
		settings.put("images", images.survey().samples().size() + " images (" +
			shortened(images.survey().fingerprint()) + ")");
		settings.put("groups", groups(images));
		settings.put("allowLeak", String.valueOf(request.allowLeak()));
		settings.put("folds", String.valueOf(request.folds().folds()));
		settings.put("leaveOneGroupOut", String.valueOf(request.folds()
			.leavesGroupsOut()));
		settings.put("repeats", String.valueOf(request.folds().repeats()));
		settings.put("planes", request.planes().label());
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
		return new RunSettings(settings);
	}

	/** The rule may stay the same while a list tells other groups. */
	private static String groups(final DividedImages images) {
		final Grouping grouping = images.grouping();
		if (grouping.rule().equals(GroupingRule.NONE)) return grouping.rule();
		final String all = images.survey().samples().stream().map(s -> s
			.contentHash() + " " + grouping.groupOf(s.sample())).sorted().collect(
				Collectors.joining("\n"));
		return grouping.rule() + " (" + hash(all.getBytes(StandardCharsets.UTF_8)) +
			")";
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

	private static String hash(final byte[] bytes) {
		final MessageDigest digest = Sha256.digest();
		digest.update(bytes);
		return shortened(Sha256.hex(digest));
	}

	private static String shortened(final String hex) {
		return hex.substring(0, SHORT);
	}
}
