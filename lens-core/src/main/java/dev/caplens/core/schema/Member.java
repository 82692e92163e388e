package dev.caplens.core.schema;

import java.util.List;

/// What a field, an enumerant and a method have in common.
///
/// @param codeOrder the place in the source among its siblings, from 0
/// @param doc the comment in the source, empty where there is none
public record Member(String name, int codeOrder, List<AnnotationUse> annotations, String doc) {}
