
package io.github.cnnclassifier.command;

import java.io.File;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.scijava.ItemVisibility;
import org.scijava.plugin.Parameter;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.workflow.train.Recipe;

/**
 * The inputs that all commands that train have in common, as keys with texts,
 * as a macro has them: so that a training with other values of some keys is the
 * one that these keys would make.
 */
final class TrainingKeys {

	private final TrainingInputs inputs;

	/** @param inputs as the user has them */
	TrainingKeys(final TrainingInputs inputs) {
		this.inputs = inputs;
	}

	/** @return the names of all */
	static Set<String> names() {
		final Map<String, Field> fields = new LinkedHashMap<>();
		fields().forEach(f -> fields.put(f.getName(), f));
		return fields.keySet();
	}

	/** @return those of images first */
	private static List<Field> fields() {
		final List<Field> fields = new ArrayList<>();
		for (final Class<?> type : List.of(LabeledInputs.class,
			TrainingInputs.class))
			for (final Field field : type.getDeclaredFields()) {
				final Parameter parameter = field.getAnnotation(Parameter.class);
				if (parameter == null || parameter
					.visibility() == ItemVisibility.MESSAGE) continue;
				field.setAccessible(true);
				fields.add(field);
			}
		return fields;
	}

	/** @return the keys that do not have their default, with their values */
	Map<String, String> changed() {
		final TrainCommand plain = new TrainCommand();
		final Map<String, String> changed = new LinkedHashMap<>();
		for (final Field field : fields()) {
			final String value = text(get(field, inputs));
			if (!value.equals(text(get(field, plain)))) changed.put(field.getName(),
				value);
		}
		return changed;
	}

	/** @param other gets the same inputs */
	void copyTo(final TrainCommand other) {
		for (final Field field : fields())
			set(field, other, get(field, inputs));
	}

	/**
	 * @param values of some keys
	 * @return what a training with these values and the user's others chooses
	 * @throws WrongUsage if a value is impossible
	 */
	Recipe with(final Map<String, String> values) {
		if (!names().containsAll(values.keySet()))
			throw new IllegalArgumentException("Expected keys of training, got " +
				values.keySet());
		final TrainCommand training = new TrainCommand();
		for (final Field field : fields()) {
			final String value = values.get(field.getName());
			set(field, training, value == null ? get(field, inputs) : value(field,
				value));
		}
		return new Recipe(training.preprocessing(), training.start(), training
			.network(), training.settings());
	}

	private static Object value(final Field field, final String text) {
		final Class<?> type = field.getType();
		try {
			if (type == int.class) return Integer.valueOf(text);
			if (type == long.class) return Long.valueOf(text);
			if (type == double.class) return Double.valueOf(text);
			if (type == boolean.class) return Boolean.valueOf(text);
			return type == File.class ? new File(text) : text;
		}
		catch (final NumberFormatException e) {
			throw new WrongUsage("Expected " + field.getName() +
				" to be a number, found '" + Legible.quote(text) + "'.");
		}
	}

	private static String text(final Object value) {
		return value == null ? "" : value.toString();
	}

	private static Object get(final Field field, final Object object) {
		try {
			return field.get(object);
		}
		catch (final IllegalAccessException e) {
			throw new IllegalStateException("It was made accessible", e);
		}
	}

	private static void set(final Field field, final Object object,
		final Object value)
	{
		try {
			field.set(object, value);
		}
		catch (final IllegalAccessException e) {
			throw new IllegalStateException("It was made accessible", e);
		}
	}
}
