
package io.github.cnnclassifier.tuning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;

/**
 * A search space as a person writes it, in a YAML file with a line for each
 * name, or in one line with semicolons between them:
 *
 * <pre>
 * learningRate: 0.0005..0.01 log   # equal ratios are equally probable
 * batchSize: [16, 32, 64]          # or without the brackets
 * depth: 1..3
 * </pre>
 *
 * Nothing in such a file can run code. Thread-safe.
 */
public final class SpaceText {

	private static final long MOST_BYTES = 1 << 16;
	private static final int MOST_CHOICES = 100;
	private static final Pattern RANGE = Pattern.compile(
		"(\\S+?)\\s*\\.\\.\\s*(\\S+?)(\\s+log)?");
	private static final String HOW = "write for instance 'learningRate: " +
		"0.0005..0.01 log', 'depth: 1..3' or 'batchSize: 16, 32, 64'";

	private final List<Parameter> known;

	/** @param known all names that may stand in it */
	public SpaceText(final List<Parameter> known) {
		this.known = List.copyOf(known);
	}

	/**
	 * @param file YAML in UTF-8
	 * @return what it says
	 * @throws UserFailure if it cannot be read or is wrong
	 */
	public SearchSpace read(final Path file) {
		if (!Files.isRegularFile(file)) throw new UserFailure(
			"There is no search space '" + file + "'. Check its name and folder.");
		try {
			if (Files.size(file) > MOST_BYTES) throw new UserFailure(
				"The search space '" + file + "' is too large: expected at most " +
					MOST_BYTES + " bytes, found " + Files.size(file) + ".");
			return space(Files.readString(file, StandardCharsets.UTF_8), "file '" +
				file.getFileName() + "'");
		}
		catch (final IOException e) {
			throw new UserFailure("The search space '" + file + "' cannot be read: " +
				e + ". Expected a text file in UTF-8.", e);
		}
	}

	/**
	 * @param text names and values, with semicolons between them
	 * @return what it says
	 * @throws WrongUsage if it is wrong
	 */
	public SearchSpace parse(final String text) {
		try {
			return space(text.replace(';', '\n').lines().map(String::strip).collect(
				Collectors.joining("\n")), "text");
		}
		catch (final WrongUsage e) {
			throw e;
		}
		catch (final UserFailure e) {
			throw new WrongUsage(e.getMessage());
		}
	}

	private SearchSpace space(final String yaml, final String where) {
		try {
			if (!(parsed(yaml) instanceof final Map<?, ?> entries) || entries
				.isEmpty()) throw new UserFailure("it has no names; " + HOW);
			final List<Dimension> dimensions = new ArrayList<>();
			entries.forEach((name, value) -> dimensions.add(dimension(parameter(name),
				value)));
			final SearchSpace space = new SearchSpace(dimensions);
			if (space.count() < 2) throw new UserFailure(
				"it has one setting only, so there is nothing to search; give at " +
					"least one name a range or several values");
			return space;
		}
		catch (final UserFailure e) {
			throw new UserFailure("The search space (" + where + ") is wrong: " + e
				.getMessage().replaceFirst("\\.$", "") + ".", e);
		}
	}

	/** Values stay the texts that they are: 'off' is not false, 1_0 not 10. */
	private static Object parsed(final String yaml) {
		final LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		options.setMaxAliasesForCollections(0);
		final DumperOptions unused = new DumperOptions();
		try {
			return new Yaml(new SafeConstructor(options), new Representer(unused),
				unused, options, new Resolver()
				{

					@Override
					protected void addImplicitResolvers() {
						// none: every value is a text
					}
				}).load(yaml);
		}
		// beside its own exceptions the parser throws whatever a value leads to
		catch (final RuntimeException e) {
			throw new UserFailure("it is not plain YAML with each name once: " +
				Legible.line(String.valueOf(e.getMessage()).replaceAll("\\s+", " ")
					.strip()), e);
		}
	}

	private Parameter parameter(final Object name) {
		return known.stream().filter(p -> p.name().equals(name)).findFirst()
			.orElseThrow(() -> new UserFailure("expected only the names " + known
				.stream().map(Parameter::name).collect(Collectors.joining(", ")) +
				", found '" + Legible.quote(name) + "'"));
	}

	private static Dimension dimension(final Parameter parameter,
		final Object value)
	{
		if (value instanceof final List<?> list) return choices(parameter, list
			.stream().map(String::valueOf).toList());
		if (!(value instanceof final String text) || text.isBlank())
			throw new UserFailure("expected values of " + parameter.name() +
				", found '" + Legible.quote(value) + "'; " + HOW);
		return range(parameter, text.strip()).orElseGet(() -> choices(parameter,
			Arrays.asList(text.split(",", -1))));
	}

	private static Optional<Dimension> range(final Parameter parameter,
		final String text)
	{
		final Matcher range = RANGE.matcher(text);
		// a path may hold two points
		if (parameter.kind() == Parameter.Kind.WORD || !range.matches())
			return Optional.empty();
		final double low = parameter.number(range.group(1));
		final double high = parameter.number(range.group(2));
		final boolean logarithmic = range.group(3) != null;
		if (!(low < high)) throw new UserFailure("expected the range of " +
			parameter.name() + " to go from a number to a larger one, found '" +
			Legible.quote(text) + "'");
		if (low < parameter.least()) throw new UserFailure(
			"expected the range of " + parameter.name() + " to begin at " + Digits
				.text(parameter.least()) + " or above, found '" + Legible.quote(text) +
				"'; 0 is automatic and can only stand in a list");
		if (logarithmic && !(low > 0)) throw new UserFailure(
			"expected a logarithmic range of " + parameter.name() +
				" to begin above 0, found '" + Legible.quote(text) + "'");
		return Optional.of(new Dimension.Range(parameter.name(), low, high,
			logarithmic, parameter.kind() == Parameter.Kind.WHOLE));
	}

	private static Dimension choices(final Parameter parameter,
		final List<String> texts)
	{
		final List<String> values = texts.stream().map(String::strip).toList();
		if (values.isEmpty() || values.size() > MOST_CHOICES) throw new UserFailure(
			"expected 1 to " + MOST_CHOICES + " values of " + parameter.name() +
				", found " + values.size());
		values.forEach(parameter::require);
		if (values.stream().distinct().count() < values.size())
			throw new UserFailure("expected each value of " + parameter.name() +
				" once, found '" + Legible.quote(String.join(", ", values)) + "'");
		return new Dimension.Choices(parameter.name(), values);
	}
}
