
package io.github.cnnclassifier.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import io.github.cnnclassifier.failure.Legible;

/**
 * JSON that a stranger may have written: depth, number of elements and lengths
 * of texts are limited while it is read, so that a small file can neither fill
 * the memory nor exhaust the stack.
 */
public final class BoundedJson {

	private static final int DEEPEST = 32;
	/** The split of a million images, as a list of check sums, fits. */
	private static final int MOST_ELEMENTS = 2_000_000;
	/** Of objects; each takes three times the memory of an element. */
	private static final int MOST_FIELDS = 500_000;
	/** Lists and objects. */
	private static final int MOST_CONTAINERS = 100_000;
	private static final int LONGEST_NAME = 1000;
	private static final int LONGEST_TEXT = 100_000;

	private final JsonReader reader;
	private int elements;
	private int fields;
	private int containers;

	private BoundedJson(final JsonReader reader) {
		this.reader = reader;
	}

	/**
	 * @param json a whole document
	 * @return what it says; numbers as they are written
	 * @throws IOException if it is no JSON or larger than allowed; the message is
	 *           a short reason without a full stop
	 */
	public static JsonElement read(final String json) throws IOException {
		return read(new StringReader(json));
	}

	/**
	 * @param utf8 a whole document
	 * @return what it says
	 * @throws IOException as for a text
	 */
	public static JsonElement read(final byte[] utf8) throws IOException {
		return read(new InputStreamReader(new ByteArrayInputStream(utf8),
			StandardCharsets.UTF_8));
	}

	private static JsonElement read(final Reader json) throws IOException {
		try (JsonReader reader = new JsonReader(json)) {
			final JsonElement element = new BoundedJson(reader).element(0);
			if (reader.peek() != JsonToken.END_DOCUMENT) throw new IOException(
				"something follows its end");
			return element;
		}
		// the parser throws anything, a NumberFormatException for \\uzzzz
		catch (IOException | RuntimeException e) {
			throw new IOException(Legible.quote(e.getMessage()), e);
		}
	}

	private JsonElement element(final int depth) throws IOException {
		if (depth > DEEPEST) throw new IOException("it is nested more than " +
			DEEPEST + " deep");
		requireAtMost(MOST_ELEMENTS, ++elements, "elements");
		return switch (reader.peek()) {
			case BEGIN_ARRAY -> array(depth);
			case BEGIN_OBJECT -> object(depth);
			case STRING -> new JsonPrimitive(atMost(LONGEST_TEXT, reader
				.nextString()));
			case NUMBER -> new JsonPrimitive(ToNumberPolicy.LAZILY_PARSED_NUMBER
				.readNumber(reader));
			case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
			case NULL -> {
				reader.nextNull();
				yield JsonNull.INSTANCE;
			}
			default -> throw new IOException("it ends too early");
		};
	}

	private JsonArray array(final int depth) throws IOException {
		requireAtMost(MOST_CONTAINERS, ++containers, "lists and objects");
		final JsonArray array = new JsonArray();
		reader.beginArray();
		while (reader.hasNext())
			array.add(element(depth + 1));
		reader.endArray();
		return array;
	}

	private JsonObject object(final int depth) throws IOException {
		requireAtMost(MOST_CONTAINERS, ++containers, "lists and objects");
		final JsonObject object = new JsonObject();
		reader.beginObject();
		while (reader.hasNext()) {
			requireAtMost(MOST_FIELDS, ++fields, "fields");
			final String name = atMost(LONGEST_NAME, reader.nextName());
			object.add(name, element(depth + 1));
		}
		reader.endObject();
		return object;
	}

	private static void requireAtMost(final int most, final int count,
		final String what) throws IOException
	{
		if (count > most) throw new IOException("it has more than " + most + " " +
			what);
	}

	private static String atMost(final int longest, final String text)
		throws IOException
	{
		if (text.length() > longest) throw new IOException("it holds a text of " +
			text.length() + " characters where at most " + longest + " are allowed");
		return text;
	}
}
