
package io.github.cnnclassifier.archive;

import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.ChannelStatistics;
import io.github.cnnclassifier.image.Intensity;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Normalization;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.image.PixelSizeRange;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.ResizeRule;

/**
 * The fields {@code preprocessing} of classifier.json. What format 1 knows is
 * written as in format 1, so that every version reads it.
 */
final class PreprocessingJson {

	/** The first format with other rules than stretch and range. */
	static final int FORMAT_WITH_RULES = 2;
	private static final int LONGEST_UNIT = 100;
	private static final String RESIZE = "resize";
	private static final String PIXEL_SIZE = "pixelSize";
	static final String PIXEL_SIZES = "pixelSizeRange";
	private static final String SMALLEST = "smallest";
	private static final String LARGEST = "largest";
	private static final String NORMALIZATION = "normalization";
	private static final String MEANS = "means";
	private static final String DEVIATIONS = "standardDeviations";

	private PreprocessingJson() {}

	/** @return the oldest format that can say it */
	static int format(final Preprocessing p) {
		final boolean old = p.pixelSize() == null && p
			.resize() == ResizeRule.STRETCH && p.intensity().normalization().equals(
				Normalization.RANGE) && !p.channelRule().isSelection();
		return old ? 1 : FORMAT_WITH_RULES;
	}

	/** @param format of the file, one that can say it */
	static JsonObject write(final Preprocessing p, final int format) {
		final JsonObject json = new JsonObject();
		json.addProperty("channelRule", p.channelRule().label());
		json.addProperty("min", p.range().min());
		json.addProperty("max", p.range().max());
		if (format < FORMAT_WITH_RULES) return json;
		json.addProperty(RESIZE, p.resize().label());
		json.add(PIXEL_SIZE, p.pixelSize() == null ? JsonNull.INSTANCE : pixelSize(p
			.pixelSize()));
		json.addProperty(NORMALIZATION, p.intensity().normalization().toString());
		final ChannelStatistics statistics = p.intensity().statistics();
		if (statistics == null) return json;
		json.add(MEANS, numbers(statistics.means()));
		json.add(DEVIATIONS, numbers(statistics.deviations()));
		return json;
	}

	static JsonObject pixelSize(final PixelSize size) {
		final JsonObject json = new JsonObject();
		json.addProperty("width", size.width());
		json.addProperty("height", size.height());
		json.addProperty("unit", size.unit());
		return json;
	}

	static JsonObject pixelSizes(final PixelSizeRange sizes) {
		final JsonObject json = new JsonObject();
		json.add(SMALLEST, pixelSize(sizes.smallest()));
		json.add(LARGEST, pixelSize(sizes.largest()));
		return json;
	}

	private static JsonArray numbers(final List<Double> numbers) {
		final JsonArray array = new JsonArray();
		numbers.forEach(array::add);
		return array;
	}

	/**
	 * @param input the fields of {@code input}
	 * @param json the fields of {@code preprocessing}
	 * @param format of the file
	 */
	static Preprocessing read(final JsonFields input, final JsonFields json,
		final int format) throws InvalidModel
	{
		final int width = input.whole("width", 1, Limits.LENGTH);
		final int height = input.whole("height", 1, Limits.LENGTH);
		final int channels = input.whole("channels", 1, Limits.LENGTH);
		final ChannelRule rule = channelRule(json.text("channelRule"));
		final IntensityRange range = new IntensityRange(json.number("min"), json
			.number("max"));
		if (format < FORMAT_WITH_RULES) {
			requireNoRules(json, rule);
			return new Preprocessing(width, height, channels, rule, range);
		}
		final Normalization normalization = Normalization.parse(json.text(
			NORMALIZATION));
		final ChannelStatistics statistics = normalization
			.kind() == Normalization.Kind.ZSCORE_DATASET ? new ChannelStatistics(json
				.list(MEANS, JsonFields::number), json.list(DEVIATIONS,
					JsonFields::number)) : null;
		final PixelSize matched = readPixelSize(json);
		return new Preprocessing(width, height, channels, rule, matched, ResizeRule
			.parse(json.text(RESIZE)), new Intensity(normalization, range,
				statistics));
	}

	private static void requireNoRules(final JsonFields json,
		final ChannelRule rule) throws InvalidModel
	{
		if (rule.isSelection()) throw InvalidModel.damaged(ModelZip.DESCRIPTION,
			"unknown channel rule '" + Legible.quote(rule.label()) + "'");
		for (final String field : List.of(RESIZE, PIXEL_SIZE, NORMALIZATION)) {
			if (!json.isNull(field)) throw InvalidModel.damaged(ModelZip.DESCRIPTION,
				"preprocessing." + field + " is set, which format 1 does not know");
		}
	}

	private static ChannelRule channelRule(final String text)
		throws InvalidModel
	{
		try {
			return ChannelRule.parse(text);
		}
		catch (final WrongUsage e) {
			throw new InvalidModel(InvalidModel.damaged(ModelZip.DESCRIPTION,
				"impossible channel rule. " + e.getMessage()).getMessage(), e);
		}
	}

	/** @return null if there is none */
	static PixelSize readPixelSize(final JsonFields parent) throws InvalidModel {
		return parent.isNull(PIXEL_SIZE) ? null : readLengths(parent.fields(
			PIXEL_SIZE));
	}

	/** @return null if there is none, as in files of older versions */
	static PixelSizeRange readPixelSizes(final JsonFields parent)
		throws InvalidModel
	{
		if (parent.isNull(PIXEL_SIZES)) return null;
		final JsonFields json = parent.fields(PIXEL_SIZES);
		return new PixelSizeRange(readLengths(json.fields(SMALLEST)), readLengths(
			json.fields(LARGEST)));
	}

	private static PixelSize readLengths(final JsonFields json)
		throws InvalidModel
	{
		final PixelSize size = new PixelSize(json.number("width"), json.number(
			"height"), json.text("unit"));
		if (!(size.width() > 0 && size.height() > 0)) throw InvalidModel.damaged(
			ModelZip.DESCRIPTION, "an impossible pixel size");
		// it is told to the user
		if (size.unit().length() > LONGEST_UNIT) throw InvalidModel.damaged(
			ModelZip.DESCRIPTION, "an impossible unit");
		return size;
	}
}
