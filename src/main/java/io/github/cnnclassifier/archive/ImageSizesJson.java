
package io.github.cnnclassifier.archive;

import com.google.gson.JsonObject;

import io.github.cnnclassifier.image.ImageSize;
import io.github.cnnclassifier.image.ImageSizes;

/** The field {@code imageSize} of the input in classifier.json. */
final class ImageSizesJson {

	static final String FIELD = "imageSize";
	private static final String SMALLEST = "smallest";
	private static final String MEDIAN = "median";
	private static final String LARGEST = "largest";
	private static final String WIDTH = "width";
	private static final String HEIGHT = "height";

	private ImageSizesJson() {}

	static JsonObject write(final ImageSizes sizes) {
		final JsonObject json = new JsonObject();
		json.add(SMALLEST, write(sizes.smallest()));
		json.add(MEDIAN, write(sizes.median()));
		json.add(LARGEST, write(sizes.largest()));
		return json;
	}

	private static JsonObject write(final ImageSize size) {
		final JsonObject json = new JsonObject();
		json.addProperty(WIDTH, size.width());
		json.addProperty(HEIGHT, size.height());
		return json;
	}

	/** @return null if there is none, as in files of older versions */
	static ImageSizes read(final JsonFields input) throws InvalidModel {
		if (input.isNull(FIELD)) return null;
		final JsonFields json = input.fields(FIELD);
		return new ImageSizes(readLengths(json.fields(SMALLEST)), readLengths(json
			.fields(MEDIAN)), readLengths(json.fields(LARGEST)));
	}

	/** Nothing of that size is allocated, so that any number will do. */
	private static ImageSize readLengths(final JsonFields json)
		throws InvalidModel
	{
		return new ImageSize(json.whole(WIDTH, 1, Integer.MAX_VALUE), json.whole(
			HEIGHT, 1, Integer.MAX_VALUE));
	}
}
