
package io.github.cnnclassifier.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What known models are called in a list of a dialog. */
final class ModelNames {

	/** What stands for a path that is not in the list. */
	static final String OTHER = "other model";

	private static final int LONGEST = 28;

	private ModelNames() {}

	/**
	 * Those of the same name are told apart by their folders.
	 *
	 * @return one for each, in order, no two of them equal
	 */
	static List<String> of(final List<Path> models) {
		final List<String> bare = models.stream().map(ModelNames::name).toList();
		final List<String> names = new ArrayList<>();
		for (int i = 0; i < models.size(); i++) {
			final String name = bare.get(i);
			final boolean twice = bare.stream().filter(name::equals).count() > 1;
			final Path folder = models.get(i).getParent();
			final String told = twice && folder != null && folder
				.getFileName() != null ? name + " in " + folder.getFileName() : name;
			names.add(free(shortened(told), names));
		}
		return names;
	}

	private static String free(final String name, final List<String> taken) {
		String free = name;
		for (int i = 2; taken.contains(free) || free.equals(OTHER); i++) {
			free = name + " (" + i + ")";
		}
		return free;
	}

	private static String name(final Path model) {
		return model.getFileName().toString().replaceFirst("(?i)\\.zip$", "");
	}

	/** A long name would make the dialog wider than the screen. */
	private static String shortened(final String name) {
		return name.length() <= LONGEST ? name : name.substring(0, LONGEST / 2) +
			"..." + name.substring(name.length() - LONGEST / 2 + 3);
	}

	/** @return the place of the model whose path is written so; -1 for none */
	static int indexOf(final List<Path> models, final String text) {
		for (int i = 0; i < models.size(); i++) {
			if (models.get(i).toString().equals(text.strip())) return i;
		}
		return -1;
	}
}
