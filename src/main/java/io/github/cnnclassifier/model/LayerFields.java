
package io.github.cnnclassifier.model;

import java.math.BigDecimal;
import java.util.Set;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;

/** The fields of one layer in JSON, read with complaints that say where. */
final class LayerFields {

	private final String where;
	private final JsonObject object;

	/**
	 * @param where for messages, for instance {@code layer 3}
	 * @throws UserFailure if the element is no object
	 */
	LayerFields(final String where, final JsonElement element) {
		this.where = where;
		if (!element.isJsonObject()) throw failure(
			"expected an object like {\"type\": \"relu\"}, got " + Legible.quote(
				element));
		object = element.getAsJsonObject();
	}

	void allow(final Set<String> keys) {
		for (final String key : object.keySet()) {
			if (!keys.contains(key)) throw failure("expected only the keys " + String
				.join(", ", keys.stream().sorted().toList()) + ", got '" + Legible
					.quote(key) + "'");
		}
	}

	String text(final String key) {
		final JsonElement value = required(key);
		if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString())
			throw failure("expected a text for '" + key + "', got " + Legible.quote(
				value));
		return value.getAsString();
	}

	boolean is(final String key, final String text) {
		final JsonElement value = object.get(key);
		return value != null && value.isJsonPrimitive() && value
			.getAsJsonPrimitive().isString() && value.getAsString().equals(text);
	}

	boolean flag(final String key, final boolean byDefault) {
		final JsonElement value = object.get(key);
		if (value == null) return byDefault;
		if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean())
			throw failure("expected true or false for '" + key + "', got " + Legible
				.quote(value));
		return value.getAsBoolean();
	}

	int number(final String key, final int least, final int most,
		final int byDefault)
	{
		return object.has(key) ? number(key, least, most) : byDefault;
	}

	int number(final String key, final int least, final int most) {
		final BigDecimal value = decimal(key);
		if (value.stripTrailingZeros().scale() > 0 || value.compareTo(BigDecimal
			.valueOf(least)) < 0 || value.compareTo(BigDecimal.valueOf(most)) > 0)
			throw failure("expected a whole number from " + least + " to " + most +
				" for '" + key + "', got " + Legible.quote(required(key)));
		return value.intValueExact();
	}

	boolean has(final String key) {
		return object.has(key);
	}

	/** @return a number from 0 to below 1 */
	double share(final String key, final double byDefault) {
		return object.has(key) ? share(key) : byDefault;
	}

	/** @return a number from 0 to below 1 */
	double share(final String key) {
		final double value = decimal(key).doubleValue();
		if (!(value >= 0 && value < 1)) throw failure(
			"expected a number from 0 to below 1 for '" + key + "', got " + Legible
				.quote(required(key)));
		return value;
	}

	JsonArray list(final String key) {
		final JsonElement value = required(key);
		if (!value.isJsonArray()) throw failure("expected a list for '" + key +
			"', got " + Legible.quote(value));
		return value.getAsJsonArray();
	}

	UserFailure failure(final String reason) {
		return new UserFailure("The network description is wrong at " + where +
			": " + reason + ".");
	}

	private BigDecimal decimal(final String key) {
		final JsonElement value = required(key);
		if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber())
			throw failure("expected a number for '" + key + "', got " + Legible.quote(
				value));
		try {
			return value.getAsBigDecimal();
		}
		catch (final NumberFormatException e) {
			// beyond what is sane to compute with, such as 1e9999999999
			throw failure("expected a number of usual size for '" + key + "', got " +
				Legible.quote(value));
		}
	}

	private JsonElement required(final String key) {
		final JsonElement value = object.get(key);
		if (value == null) throw failure("expected a value for '" + key +
			"', got none");
		return value;
	}
}
