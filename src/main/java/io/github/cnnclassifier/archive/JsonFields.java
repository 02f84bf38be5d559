
package io.github.cnnclassifier.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import io.github.cnnclassifier.failure.Legible;

/**
 * The fields of one JSON object of classifier.json, taken out with checks. A
 * message names the field by its whole path. Fields that are not asked for are
 * ignored.
 */
final class JsonFields {

	/** Long enough for any double or long; longer digits are an attack. */
	private static final int NUMBER_LENGTH = 40;
	private static final Pattern WHOLE = Pattern.compile("-?\\d{1,19}");

	/** Reads one element of an array or one value of an object. */
	@FunctionalInterface
	interface Reader<T> {

		T read(JsonElement element, String path) throws InvalidModel;
	}

	private final JsonObject object;
	private final String path;

	private JsonFields(final JsonObject object, final String path) {
		this.object = object;
		this.path = path;
	}

	static JsonFields of(final JsonElement element, final String path)
		throws InvalidModel
	{
		if (element == null || !element.isJsonObject()) throw wrong(path,
			"an object", element);
		return new JsonFields(element.getAsJsonObject(), path);
	}

	boolean isNull(final String name) {
		final JsonElement element = object.get(name);
		return element == null || element.isJsonNull();
	}

	JsonFields fields(final String name) throws InvalidModel {
		return of(object.get(name), at(name));
	}

	String text(final String name) throws InvalidModel {
		return text(object.get(name), at(name));
	}

	boolean flag(final String name) throws InvalidModel {
		final JsonElement element = object.get(name);
		if (element instanceof final JsonPrimitive p && p.isBoolean()) return p
			.getAsBoolean();
		throw wrong(at(name), "true or false", element);
	}

	/** @return anything but nothing */
	JsonElement element(final String name) throws InvalidModel {
		final JsonElement element = object.get(name);
		if (element == null) throw wrong(at(name), "something", null);
		return element;
	}

	int whole(final String name, final int min, final int max)
		throws InvalidModel
	{
		return whole(object.get(name), at(name), min, max);
	}

	long whole(final String name) throws InvalidModel {
		final JsonElement element = object.get(name);
		final String digits = number(element, at(name), "a whole number");
		try {
			if (WHOLE.matcher(digits).matches()) return Long.parseLong(digits);
		}
		catch (final NumberFormatException e) {
			throw new InvalidModel(wrong(at(name), "a whole number of 64 bits",
				element).getMessage(), e);
		}
		throw wrong(at(name), "a whole number", element);
	}

	/** @return finite; NaN for null */
	double number(final String name) throws InvalidModel {
		return number(object.get(name), at(name));
	}

	<T> List<T> list(final String name, final Reader<T> reader)
		throws InvalidModel
	{
		return list(object.get(name), at(name), reader);
	}

	<T> Map<String, T> map(final String name, final Reader<T> reader)
		throws InvalidModel
	{
		final JsonFields fields = fields(name);
		final Map<String, T> map = new LinkedHashMap<>();
		for (final Map.Entry<String, JsonElement> e : fields.object.entrySet())
			map.put(e.getKey(), reader.read(e.getValue(), fields.at(e.getKey())));
		return map;
	}

	static <T> List<T> list(final JsonElement element, final String path,
		final Reader<T> reader) throws InvalidModel
	{
		if (!(element instanceof final JsonArray array)) throw wrong(path, "a list",
			element);
		final List<T> list = new ArrayList<>();
		for (final JsonElement e : array)
			list.add(reader.read(e, path + "[" + list.size() + "]"));
		return list;
	}

	static String text(final JsonElement element, final String path)
		throws InvalidModel
	{
		if (element instanceof final JsonPrimitive p && p.isString()) return p
			.getAsString();
		throw wrong(path, "a text", element);
	}

	static int whole(final JsonElement element, final String path, final int min,
		final int max) throws InvalidModel
	{
		final String expected = "a whole number from " + min + " to " + max;
		final String digits = number(element, path, expected);
		// ten digits always fit a long
		if (digits.length() <= 10 && WHOLE.matcher(digits).matches()) {
			final long value = Long.parseLong(digits);
			if (value >= min && value <= max) return (int) value;
		}
		throw wrong(path, expected, element);
	}

	static double number(final JsonElement element, final String path)
		throws InvalidModel
	{
		if (element != null && element.isJsonNull()) return Double.NaN;
		final double value = Double.parseDouble(number(element, path, "a number"));
		if (Double.isInfinite(value)) throw wrong(path, "a finite number", element);
		return value;
	}

	private static String number(final JsonElement element, final String path,
		final String expected) throws InvalidModel
	{
		if (element instanceof final JsonPrimitive p && p.isNumber() && p
			.getAsString().length() <= NUMBER_LENGTH) return p.getAsString();
		throw wrong(path, expected, element);
	}

	private String at(final String name) {
		return path.isEmpty() ? name : path + "." + name;
	}

	static InvalidModel wrong(final String path, final String expected,
		final JsonElement found)
	{
		return InvalidModel.damaged(ModelZip.DESCRIPTION, "expected " + expected +
			" at " + Legible.quote(path) + ", found " + (found == null ? "nothing"
				: Legible.quote(found)));
	}
}
