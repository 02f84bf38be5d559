
package io.github.cnnclassifier.launch;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

import io.github.cnnclassifier.failure.ExistingFile;
import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UnusableClass;
import io.github.cnnclassifier.failure.UnusableModel;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.storage.FreeName;
import io.github.cnnclassifier.workflow.models.KnownModels;

/**
 * What a person at a dialog is told of a failure, and how its inputs are
 * mended: the fields by their labels, and each way to mend it as a button.
 */
final class Mending {

	private static final int MOST_MODELS = 2;

	private final Module module;
	private final List<ModuleItem<?>> asked;

	/**
	 * @param module of the command that failed
	 * @param asked its inputs that the dialog has
	 */
	Mending(final Module module, final List<ModuleItem<?>> asked) {
		this.module = module;
		this.asked = asked;
	}

	/** @return the failure as a dialog shows it */
	DialogTrouble trouble(final UserFailure failure) {
		return new DialogTrouble(words(failure), mends(failure), wrong(failure));
	}

	/**
	 * @return the input that the message names first, by its key or its value;
	 *         empty if it names none
	 */
	Optional<ModuleItem<?>> wrong(final UserFailure failure) {
		final String message = failure.getMessage();
		return asked.stream().filter(item -> place(message, item) < message
			.length()).min(Comparator.comparingInt(item -> place(message, item)));
	}

	/** Behind its end for an input that it does not name. */
	private int place(final String message, final ModuleItem<?> item) {
		final Object value = item.getValue(module);
		final boolean quoted = value instanceof File || value instanceof String;
		final String text = Objects.toString(value, "");
		return IntStream.of(InputLabels.indexOf(message, item), quoted && !text
			.isBlank() ? message.indexOf("'" + text + "'") : -1).filter(
				place -> place >= 0).min().orElse(message.length());
	}

	/** @return what failed; what a button says need not be said again */
	String words(final UserFailure failure) {
		final List<Mend> mends = mends(failure);
		if (failure instanceof final UnusableClass unusable && !mends.isEmpty())
			return inLabels(unusable.problem());
		final String message = failure instanceof ExistingFile && !mends.isEmpty()
			? failure.getMessage().replaceFirst(" Choose another name.*", "")
			: failure.getMessage();
		return inLabels(message);
	}

	/** @return those that change an input that the dialog has */
	List<Mend> mends(final UserFailure failure) {
		final List<Mend> mends = new ArrayList<>();
		if (failure instanceof final ExistingFile existing) asked.stream().map(
			item -> otherName(item, existing.file())).flatMap(Optional::stream)
			.findFirst().ifPresent(mends::add);
		if (failure instanceof final UnusableModel unusable) asked.stream().filter(
			item -> holds(item, unusable.model())).findFirst().ifPresent(item -> mends
				.addAll(otherModels(item, unusable.model())));
		failure.mends().stream().filter(mend -> item(mend).isPresent()).forEach(
			mends::add);
		return mends;
	}

	/** The file that exists is an input, or it lies in a folder that is one. */
	private Optional<Mend> otherName(final ModuleItem<?> item,
		final Path existing)
	{
		if (!(item.getValue(module) instanceof final File file) || file.getPath()
			.isBlank()) return Optional.empty();
		final Path named = file.toPath().toAbsolutePath().normalize();
		final Path there = existing.toAbsolutePath().normalize();
		if (!named.equals(there) && !named.equals(there.getParent()))
			return Optional.empty();
		final Path free = FreeName.beside(named);
		return free.equals(named) ? Optional.empty() : Optional.of(Mend.of("Use '" +
			free.getFileName() + "'", item.getName(), free.toString()));
	}

	private boolean holds(final ModuleItem<?> item, final String model) {
		return UsedModels.isOne(item) && item.getValue(
			module) instanceof final File file && file.getPath().equals(model);
	}

	/** Those that were trained or used last. */
	private static List<Mend> otherModels(final ModuleItem<?> item,
		final String unusable)
	{
		final List<Path> models = KnownModels.ofUser().all().stream().filter(
			model -> !model.toString().equals(unusable)).limit(MOST_MODELS).toList();
		final List<String> names = ModelNames.of(models);
		return IntStream.range(0, models.size()).mapToObj(i -> Mend.of("Use '" +
			names.get(i) + "'", item.getName(), models.get(i).toString())).toList();
	}

	private Optional<ModuleItem<?>> item(final Mend mend) {
		return asked.stream().filter(item -> item.getName().equals(mend.key()))
			.findFirst();
	}

	/**
	 * Changes the input.
	 *
	 * @return the input and its new text
	 */
	Mended apply(final Mend mend) {
		final ModuleItem<?> item = item(mend).orElseThrow();
		final String text = mend.after(Objects.toString(item.getValue(module), ""));
		module.setInput(item.getName(), InputValue.of(item, text));
		return new Mended(item, text);
	}

	/** An input that was changed. */
	record Mended(ModuleItem<?> item, String text) {
	}

	/** @return a message that names keys, for somebody who sees labels */
	String inLabels(final String message) {
		return InputLabels.in(message, asked);
	}
}
