
package io.github.cnnclassifier.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.github.cnnclassifier.dataset.prepare.SplitImages;
import io.github.cnnclassifier.dataset.prepare.TestSet;

/** Which package may use which, as in docs/architecture.md. */
class PackageTableTest {

	private static final String BASE = "io.github.cnnclassifier";

	private static final String BASE_ROW = "base package";

	private static final Pattern NAME = Pattern.compile("`([^`]+)`|" + BASE_ROW);

	private static final JavaClasses OURS = new ClassFileImporter().importPath(
		Path.of("target/classes"));

	private static final Map<String, Set<String>> MAY_USE = read();

	/**
	 * The table of docs/architecture.md: each package with what it may use,
	 * transitive. "" is the base package.
	 */
	private static Map<String, Set<String>> read() {
		final Map<String, Set<String>> rows = new LinkedHashMap<>();
		try {
			for (final String line : Files.readAllLines(Path.of(
				"docs/architecture.md")))
			{
				final String[] cells = line.split(" *\\| *");
				if (cells.length == 4 && NAME.matcher(cells[1]).matches()) addRow(names(
					cells[1]).get(0), names(cells[3]), rows);
			}
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return rows;
	}

	private static List<String> names(final String cell) {
		return NAME.matcher(cell).results().map(m -> m.group(1) == null ? "" : m
			.group(1)).toList();
	}

	private static void addRow(final String name, final List<String> mayUse,
		final Map<String, Set<String>> rows)
	{
		final Set<String> used = new LinkedHashSet<>(Set.of(name));
		for (final String other : mayUse) {
			final List<String> named = other.endsWith(".*") ? rows.keySet().stream()
				.filter(row -> (row + ".").startsWith(other.substring(0, other
					.length() - 1))).toList() : List.of(other);
			assertFalse(named.isEmpty(), name + " may use " + other);
			for (final String row : named) {
				assertTrue(rows.containsKey(row), row + " stands below " + name);
				// the engine is hidden behind the base package
				rows.get(row).stream().filter(u -> !other.isEmpty() || !u.equals(
					"engine.dl4j")).forEach(used::add);
			}
		}
		rows.put(name, used);
	}

	private static String full(final String name) {
		return name.isEmpty() ? BASE : BASE + "." + name;
	}

	private static boolean exists(final String name) {
		return OURS.stream().anyMatch(c -> c.getPackageName().equals(full(name)));
	}

	@TestFactory
	Stream<DynamicTest> packageUsesOnlyWhatTheTableAllows() {
		return MAY_USE.entrySet().stream().map(row -> DynamicTest.dynamicTest(full(
			row.getKey()), () -> noClasses().that().resideInAPackage(full(row
				.getKey())).should().dependOnClassesThat(oursOutside(row.getValue()))
				.check(OURS)));
	}

	@Test
	void aForbiddenUseIsNoticed() {
		assertThrows(AssertionError.class, () -> noClasses().that()
			.resideInAPackage(full("training")).should().dependOnClassesThat(
				oursOutside(Set.of("training", "engine"))).check(OURS));
	}

	private static DescribedPredicate<JavaClass> oursOutside(
		final Set<String> allowed)
	{
		return DescribedPredicate.describe("are in a package of ours beside " +
			allowed, c -> (c.getPackageName() + ".").startsWith(BASE + ".") &&
				!allowed.contains(c.getPackageName().equals(BASE) ? "" : c
					.getPackageName().substring(BASE.length() + 1)));
	}

	@Test
	void everyPackageOfTheTableExists() {
		assertTrue(MAY_USE.size() > 20, MAY_USE.toString());
		MAY_USE.keySet().forEach(name -> assertTrue(exists(name), name));
	}

	@Test
	void everyPackageIsInTheTable() {
		final Set<String> unknown = new TreeSet<>();
		OURS.stream().map(JavaClass::getPackageName).filter(p -> (p + ".")
			.startsWith(BASE + ".")).forEach(unknown::add);
		MAY_USE.keySet().forEach(name -> unknown.remove(full(name)));
		assertEquals(Set.of(), unknown);
	}

	@Test
	void packagesHaveNoCycles() {
		slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(OURS);
	}

	/** What has no test side cannot look at it. */
	@Test
	void trainingNamesNothingThatHoldsATestSide() {
		noClasses().that().resideInAnyPackage(full("training"), full("tuning"))
			.should().dependOnClassesThat().haveNameMatching(BASE.replace(".",
				"\\.") + "\\.dataset\\.(prepare\\.(TestSet|SplitImages)|" +
				"split\\..*|survey\\.Survey|source\\.LabeledImages)").check(OURS);
		assertTrue(OURS.contain(full("dataset.prepare.TestSet")) && OURS.contain(
			full("dataset.prepare.SplitImages")));
	}

	@Test
	void trialsAreJudgedWithoutALookAtTheTestSide() {
		noClasses().that().resideInAPackage(full("workflow.tune")).should()
			.dependOnClassesThat().haveNameMatching(BASE.replace(".", "\\.") +
				"\\.dataset\\.(prepare\\.(TestSet|SplitImages)|split\\..*|" +
				"survey\\.Survey|source\\.LabeledImages)").check(OURS);
		noClasses().that().haveSimpleName("ValidatedTraining").or().haveSimpleName(
			"TrainOnData").or().haveSimpleName("TrainFromParent").should().callMethod(
				SplitImages.class, "test").orShould().dependOnClassesThat()
			.areAssignableTo(TestSet.class).check(OURS);
		assertTrue(OURS.contain(full("workflow.train.ValidatedTraining")) && OURS
			.contain(full("workflow.train.TrainOnData")));
	}

	@Test
	void onlyEngineDl4jKnowsTheDeepLearningLibrary() {
		noClasses().that().resideInAPackage(BASE + "..").and()
			.resideOutsideOfPackage(BASE + ".engine.dl4j").and()
			.resideOutsideOfPackage(BASE + ".archive").should().dependOnClassesThat()
			.resideInAnyPackage("org.deeplearning4j..", "org.nd4j..",
				"org.bytedeco..", "onnx..").check(OURS);
		noClasses().that().resideInAPackage(BASE + ".archive").should()
			.dependOnClassesThat(DescribedPredicate.describe(
				"are of the library, but not of ONNX", c -> (c.getPackageName() + ".")
					.matches("org\\.(deeplearning4j|nd4j|bytedeco)\\..*") && !c
						.getPackageName().startsWith("org.nd4j.shade.protobuf"))).check(
							OURS);
	}

	@Test
	void engineDl4jHasOnePublicClassUsedByTheBasePackageAlone() {
		assertEquals(List.of("Dl4jEngine"), OURS.stream().filter(c -> c
			.getPackageName().equals(BASE + ".engine.dl4j") && c.getModifiers()
				.contains(JavaModifier.PUBLIC) && c.isTopLevelClass()).map(
					JavaClass::getSimpleName).toList());
		classes().that().resideInAPackage(BASE + ".engine.dl4j").should()
			.onlyHaveDependentClassesThat().resideInAnyPackage(BASE, BASE +
				".engine.dl4j", "org.nd4j.nativeblas").check(OURS);
	}

	@Test
	void onlyPackagesFromImagejOnKnowTheHost() {
		final List<String> below = new ArrayList<>();
		for (final String name : MAY_USE.keySet()) {
			if (name.equals("imagej")) break;
			below.add(full(name));
		}
		assertTrue(below.contains(BASE + ".workflow"));
		final String[] packages = below.toArray(String[]::new);
		noClasses().that().resideInAnyPackage(packages).should()
			.dependOnClassesThat().resideInAnyPackage("ij..", "org.scijava..",
				"net.imagej..", "javax.swing..").check(OURS);
		noClasses().that().resideInAnyPackage(packages).and()
			.resideOutsideOfPackage(BASE + ".report").should().dependOnClassesThat()
			.resideInAPackage("java.awt..").check(OURS);
	}

	@Test
	void onlyTheCommandLinePrints() {
		noClasses().that().resideInAPackage(BASE + "..").and()
			.resideOutsideOfPackage(BASE + ".cli").should().accessField(System.class,
				"out").orShould().accessField(System.class, "err").check(OURS);
		noClasses().should().callMethod(Throwable.class, "printStackTrace").check(
			OURS);
	}

	@Test
	void randomNumbersComeFromTheSeedTreeAlone() {
		noClasses().should().dependOnClassesThat().haveFullyQualifiedName(
			"java.util.Random").orShould().dependOnClassesThat()
			.haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
			.orShould().callMethod(Math.class, "random").check(OURS);
		noClasses().that().resideOutsideOfPackage(BASE + ".random").should()
			.callConstructor(java.util.SplittableRandom.class).orShould()
			.callConstructor(java.util.SplittableRandom.class, long.class).check(
				OURS);
	}

	/**
	 * Loader and feature table change images of the side that is learned from.
	 */
	@Test
	void imagesAreChangedAtRandomForTrainingAndPreviewAlone() {
		assertEquals(Set.of("BatchLoader", "FeatureTable", "PreviewAugmentation"),
			OURS.get(BASE + ".augment.Augmenter").getDirectDependenciesToSelf()
				.stream().map(d -> d.getOriginClass().getSimpleName()).collect(
					Collectors.toSet()));
	}

	@Test
	void namesSayWhatAClassDoes() {
		noClasses().should().haveSimpleNameEndingWith("Utils").orShould()
			.haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith(
				"Helper").orShould().haveSimpleNameEndingWith("Manager").check(OURS);
		noClasses().should().resideInAnyPackage("..util..", "..utils..").check(
			OURS);
	}

	@Test
	void everyPackageTellsWhatItIsFor() throws IOException {
		final Path sources = Path.of("src/main/java");
		try (Stream<Path> files = Files.walk(sources)) {
			for (final Path folder : files.filter(f -> f.toString().endsWith(".java"))
				.map(Path::getParent).distinct().toList())
			{
				final Path info = folder.resolve("package-info.java");
				assertTrue(Files.exists(info) && Files.readString(info).contains("/**"),
					folder.toString());
			}
		}
	}
}
