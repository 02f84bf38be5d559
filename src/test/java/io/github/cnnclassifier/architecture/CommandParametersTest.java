
package io.github.cnnclassifier.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import io.github.cnnclassifier.command.ClassifierCommand;
import io.github.cnnclassifier.launch.Commands;

/** What holds for the names in macros, which are permanent. */
class CommandParametersTest {

	private static final Set<Class<?>> INPUT_TYPES = Set.of(int.class, long.class,
		double.class, boolean.class, String.class, File.class, ImagePlus.class);

	private static Class<?> type(final Commands command) {
		try {
			return Class.forName(command.className());
		}
		catch (final ClassNotFoundException e) {
			throw new AssertionError(e);
		}
	}

	/** Also those that several commands inherit. */
	private static List<Field> parameters(final Class<?> command) {
		final List<Field> fields = new ArrayList<>();
		for (Class<?> type = command; type != ClassifierCommand.class; type = type
			.getSuperclass())
			fields.addAll(Arrays.asList(type.getDeclaredFields()));
		return fields.stream().filter(f -> f.isAnnotationPresent(Parameter.class))
			.toList();
	}

	private static Stream<Field> inputs(final Commands command) {
		return parameters(type(command)).stream().filter(f -> f.getAnnotation(
			Parameter.class).type() != ItemIO.OUTPUT);
	}

	@Test
	void everyCommandOfThePackageIsInTheListOfCommands() {
		final List<String> classes = new ClassFileImporter().withImportOption(
			ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(
				"io.github.cnnclassifier.command").stream().filter(c -> c
					.isAnnotatedWith(Plugin.class)).map(JavaClass::getName).sorted()
			.toList();
		assertEquals(Arrays.stream(Commands.values()).map(Commands::className)
			.sorted().toList(), classes);
	}

	@ParameterizedTest
	@EnumSource
	void commandIsAThinClassifierCommandInItsMenu(final Commands command) {
		final Class<?> type = type(command);
		assertTrue(ClassifierCommand.class.isAssignableFrom(type));
		final Plugin plugin = type.getAnnotation(Plugin.class);
		assertEquals(Command.class, plugin.type());
		assertTrue(plugin.headless());
	}

	/** ImageJ finds a key anywhere in the macro's options. */
	@ParameterizedTest
	@EnumSource
	void noParameterNameEndsWithAnotherOne(final Commands command) {
		final List<String> names = parameters(type(command)).stream().map(f -> f
			.getName().toLowerCase(Locale.ROOT)).toList();
		for (final String name : names)
			for (final String other : names)
				assertFalse(!name.equals(other) && name.endsWith(other), name +
					" ends with " + other);
	}

	@ParameterizedTest
	@EnumSource
	void inputsAreOfTypesThatMacrosCanWrite(final Commands command) {
		inputs(command).forEach(f -> {
			assertTrue(f.getName().matches("[a-z][a-zA-Z0-9]*"), f.getName());
			assertTrue(INPUT_TYPES.contains(f.getType()), f.toString());
			for (final String choice : f.getAnnotation(Parameter.class).choices())
				assertTrue(choice.matches("[a-z0-9-]+"), choice);
		});
	}

	@ParameterizedTest
	@EnumSource
	void imagesThatMayBeATableAreNotAskedForAsAFolderAlone(
		final Commands command)
	{
		inputs(command).map(f -> f.getAnnotation(Parameter.class)).filter(p -> p
			.description().contains("CSV") && p.style().contains("directory") && p
				.label().contains("mages")).forEach(p -> assertEquals(
					ClassifierCommand.FOLDER_OR_TABLE, p.style(), p.label()));
	}

	@ParameterizedTest
	@EnumSource
	void modelsThatAreReadComeFromTheListOfKnownOnes(final Commands command) {
		inputs(command).filter(f -> Set.of("model", "other", "splitFrom", "start")
			.contains(f.getName())).map(f -> f.getAnnotation(Parameter.class)).filter(
				p -> !p.style().equals("save") && p
					.visibility() != ItemVisibility.INVISIBLE).forEach(p -> assertTrue(
						Arrays.stream(p.attrs()).anyMatch(attribute -> attribute.name()
							.equals(ClassifierCommand.KNOWN_MODELS)), p.label()));
	}

	@ParameterizedTest
	@EnumSource
	void optionalInputsHaveADefault(final Commands command) throws Exception {
		final Object instance = type(command).getDeclaredConstructor()
			.newInstance();
		for (final Field field : inputs(command).toList()) {
			if (field.getAnnotation(Parameter.class).required()) continue;
			field.setAccessible(true);
			assertNotNull(field.get(instance), field.toString());
		}
	}
}
