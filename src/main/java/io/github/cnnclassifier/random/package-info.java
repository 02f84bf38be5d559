/**
 * The one source of randomness: {@link SeedTree}. Nothing else in the project
 * draws a random number. Uses nothing but the JDK.
 */

package io.github.cnnclassifier.random;
